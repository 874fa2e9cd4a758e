"""Changes to the user's files: fixes, renames, new entries, generated parts. All atomic."""
