"""SharePoint Online behind the library port, through Office365-REST-Python-Client."""

from functions.library.sharepoint.library import SharePointLibrary

__all__ = ["SharePointLibrary"]
