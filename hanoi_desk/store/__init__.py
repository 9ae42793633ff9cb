"""The store keeps records of any kind in a desk file, with the log of every change."""

from hanoi_desk.storage import Backup as Backup
from hanoi_desk.storage import StoreError as StoreError
from hanoi_desk.storage import StoreErrorCode as StoreErrorCode
from hanoi_desk.storage import quick_check as quick_check
from hanoi_desk.store.actions import Action as Action
from hanoi_desk.store.actions import Change as Change
from hanoi_desk.store.actions import Entry as Entry
from hanoi_desk.store.actions import Save as Save
from hanoi_desk.store.local import Draft as Draft
from hanoi_desk.store.query import Query as Query
from hanoi_desk.store.search import Hit as Hit
from hanoi_desk.store.store import Store as Store
from hanoi_desk.store.writing import Writing as Writing
