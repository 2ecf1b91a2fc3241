"""Cards in, proposals out. Pure: no Django, no database, no names."""
