"""Plans in, changes to the files of the user out: fixes, renames, new entries. All atomic."""
