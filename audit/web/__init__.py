"""A door: the local page. It answers on 127.0.0.1 only, to one browser, and forgets everything when it ends.

make_app(desk) → the application      app.py: whose routes there are, in which order
Desk                                  desk.py: all that a running page holds
Guard, Door                           guard.py: who is let in, and the headers of every answer
serve()                               serve.py: the port, the lock file, joining, the end
sources.py, remote.py, jobs.py        what can be audited; files that the browser reads; the audit's thread
screens/                              one module a screen, each exporting `routes`
"""
