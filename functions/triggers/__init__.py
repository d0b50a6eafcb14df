"""Every Azure function, one blueprint a module, no logic."""
