#!/bin/sh
# Hanoi Desk @VERSION@ in one file. Its first start unpacks it into your own cache folder, which nobody else may read;
# later ones start from there, as fast as an installed program. What an older version unpacked is then removed.
set -eu
name=@VERSION@-@MARK@
digest=@DIGEST@
start=@START@
rights=$(umask)
umask 077

fail() {
    echo "$1" >&2
    echo "$2" >&2
    exit 1
}

unpack() {
    sound=$(tail -c "+$start" "$0" | sha256sum | cut -c 1-64)
    [ "$sound" = "$digest" ] || fail \
        "This file is damaged, so nothing was started. Copy it again from where you have it." \
        "Tệp này bị hỏng nên chương trình không khởi động. Hãy sao chép lại tệp từ nơi bạn đã nhận."
    new=$(mktemp -d "$1/new-XXXXXXXX")
    trap 'rm -rf "$new"' EXIT
    trap 'exit 130' HUP INT TERM
    if ! tail -c "+$start" "$0" | tar -xzf - -C "$new"; then
        fail "There is no room to unpack the program in $1; it takes 160 MiB." \
            "Không đủ chỗ để giải nén chương trình trong $1; cần 160 MiB."
    fi
}

forget_others() {
    # Not what runs now, nor what another start is just unpacking.
    find "$1" -mindepth 1 -maxdepth 1 ! -name "$name" \( ! -name 'new-*' -o -cmin +60 \) | while read -r old; do
        readlink /proc/[0-9]*/exe 2>/dev/null | grep -qF "$old/" || rm -rf "$old"
    done
}

place=${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/hanoi-desk-single
program=$place/$name
# Only a folder of our own that nobody else may enter is trusted with what is run.
if mkdir -p "$place" 2>/dev/null && [ -O "$place" ] && chmod 700 "$place" 2>/dev/null && [ -w "$place" ]; then
    if ! [ -x "$program/hanoi-desk" ]; then
        unpack "$place"
        # Of two first starts at once, one is first; the other uses what that one made.
        mv -T "$new" "$program" 2>/dev/null || rm -rf "$new"
        forget_others "$place"
        trap - EXIT HUP INT TERM
    fi
    umask "$rights"
    exec "$program/hanoi-desk" "$@"
fi
unpack "${TMPDIR:-/tmp}"
umask "$rights"
"$new/hanoi-desk" "$@"
exit # not further: what follows is the packed program
