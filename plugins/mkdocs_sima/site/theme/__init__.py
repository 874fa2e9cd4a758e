"""What every page needs of the theme and of MkDocs: settings in, addresses, assets, labels out."""
