#!/bin/sh
# Tell the system of the desktop entry, the icons and the kind of file that came or went. Run by dpkg.
set -e
case "$1" in configure | remove | purge) ;; *) exit 0 ;; esac
if command -v update-mime-database >/dev/null && [ -d /usr/share/mime/packages ]; then
    update-mime-database /usr/share/mime || true
fi
if command -v update-desktop-database >/dev/null && [ -d /usr/share/applications ]; then
    update-desktop-database -q /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null && [ -f /usr/share/icons/hicolor/index.theme ]; then
    gtk-update-icon-cache -q -t -f /usr/share/icons/hicolor || true
fi
exit 0
