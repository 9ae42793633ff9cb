#!/bin/sh
# Put Hanoi Desk into your own folders, without administrator's rights; --remove takes it out again.
# Desks, backups and settings are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/opt/hanoi-desk
command=$HOME/.local/bin/hanoi-desk

refresh() {
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime" || true; fi
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications" || true; fi
    if command -v gtk-update-icon-cache >/dev/null; then
        gtk-update-icon-cache -q -t -f "$data/icons/hicolor" 2>/dev/null || true
    fi
}

remove() {
    rm -rf "$program"
    rm -f "$command"
    (cd "$here/share" && find . -type f) | while read -r name; do rm -f "$data/$name"; done
    refresh
}

case "${1:-}" in
--remove)
    remove
    echo "Hanoi Desk is removed. Your desks are where they were."
    exit 0
    ;;
"") ;;
*)
    echo "Usage: $0 [--remove]" >&2
    exit 2
    ;;
esac

# The new program is whole before it takes the place of the old one.
mkdir -p "$HOME/.local/opt" "$HOME/.local/bin" "$data/applications" "$data/mime/packages"
rm -rf "$program.new" "$program.old"
cp -R "$here/program" "$program.new"
if [ -e "$program" ]; then mv "$program" "$program.old"; fi
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/hanoi-desk" "$command"
cp -R "$here/share/." "$data/"
# The menu need not know ~/.local/bin: it is told the whole path, quoted as desktop entries ask.
quoted=$(printf '%s' "$program/hanoi-desk" | sed 's/[\\"$`]/\\&/g; s/[\\&|]/\\&/g')
sed -e "s|^Exec=hanoi-desk|Exec=\"$quoted\"|" -e '/^TryExec=/d' "$here/share/applications/hanoi-desk.desktop" \
    >"$data/applications/hanoi-desk.desktop"
refresh
if command -v ldd >/dev/null; then
    missing=$(find "$program" -name '*.so*' \( -path '*/PySide6/*' -o -name 'libx*' \) -exec ldd {} \; 2>/dev/null |
        sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p' | sort -u | grep -v '^libQt6' || true)
    if [ -n "$missing" ]; then
        echo "This system lacks libraries that the window needs; ask its administrator for:" >&2
        echo "$missing" | sed 's/^/  /' >&2
    fi
fi
echo "Hanoi Desk is installed. Look for it in the menu, or type: $command"
