"""What the tests of the window have, for the faults too."""

from ui.conftest import light as light
from ui.conftest import no_leftovers as no_leftovers
from ui.conftest import sample_desk as sample_desk
from ui.conftest import sample_session as sample_session
from ui.conftest import sample_store as sample_store
from ui.conftest import session as session
from ui.conftest import started_desk as started_desk
from ui.conftest import store as store
from ui.conftest import theme as theme
