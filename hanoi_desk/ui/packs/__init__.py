"""The builder of briefing packs: what goes into a document, its preview, and how it is handed over."""
