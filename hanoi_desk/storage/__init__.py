"""The one place that connects to a desk file; nothing else in the program may open one."""

from hanoi_desk.storage.checking import Findings as Findings
from hanoi_desk.storage.checking import full_check as full_check
from hanoi_desk.storage.checking import quick_check as quick_check
from hanoi_desk.storage.desk_file import create as create
from hanoi_desk.storage.desk_file import open_desk as open_desk
from hanoi_desk.storage.driver import PATIENCE_MS as PATIENCE_MS
from hanoi_desk.storage.driver import Connection as Connection
from hanoi_desk.storage.driver import Database as Database
from hanoi_desk.storage.driver import driver as driver
from hanoi_desk.storage.errors import StoreError as StoreError
from hanoi_desk.storage.errors import StoreErrorCode as StoreErrorCode
from hanoi_desk.storage.errors import told as told
from hanoi_desk.storage.migrating import APPLICATION_ID as APPLICATION_ID
from hanoi_desk.storage.migrating import Migrations as Migrations
