"""The editors' notes: a layer that points at provisions and, where it speaks of particular words, quotes them."""
