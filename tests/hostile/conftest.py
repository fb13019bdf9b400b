"""The same examples each run, none of them timed, none of them kept."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "hostile",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
