"""What several tests of the measurements share."""

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits

from classifiers.measuring.folds import OutOfFold, out_of_fold
from tests.classifiers.invented import body, encode


@pytest.fixture
def one_thread() -> Iterator[None]:
    """So small a body is fitted by one thread: several only wait for each other on a busy machine."""
    with threadpool_limits(1):
        yield


@pytest.fixture(scope="session")
def found() -> OutOfFold:
    """The invented body in four folds, fitted once, the models kept."""
    with threadpool_limits(1):
        return out_of_fold(body(), encode([example.text for example in body()]), keep=True)
