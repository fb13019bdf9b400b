"""Telegram's export, in parts: the bytes mended, the words of a message, whose they are, and both of its forms."""
