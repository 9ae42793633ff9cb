"""What every list can do beside showing rows: columns of one's own, saved filters, export."""
