"""The state in a storage account: rows in a table, leases and large values in blobs."""

from functions.state.azure.state import AzureState

__all__ = ["AzureState"]
