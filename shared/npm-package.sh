# Sourced by the scripts that bring one npm package into a folder, which appears whole or not at all. They set
#   what (for messages)  package  version  integrity (SHA-512 in Base64)  target, and size where the wait is worth a word
# and then: begin_package [ADVICE];  unpack_package PATH...;  put what is to stay into $work/ready;  keep_package.

fail() { echo "fetch $what: $1" >&2; exit 1; }

is_there() { [ -e "$target/.fetched-$version" ]; }

# Downloads and checks; $archive is then the published one.
begin_package() {
    command -v npm > /dev/null || fail "npm is not installed; install it (Debian: apt-get install -y npm) and start again${1:-}."
    mkdir -p "$(dirname "$target")" || fail "cannot create the folder of $target."
    # In the target's own folder, so that the last step is a rename and not a copy.
    work=$(mktemp -d "$(dirname "$target")/.$(basename "$target").XXXXXX") || fail "cannot write beside $target."
    trap 'rm -rf "$work"' EXIT

    if [ -n "${size:-}" ]; then echo "lw: fetching $package $version ($size, once)" >&2; fi
    if ! (cd "$work" && npm pack --silent "$package@$version" > pack.out 2> pack.err); then
        tail -n 5 "$work/pack.err" >&2
        fail "npm could not download $package $version; check the network or npm's registry setting (npm ping) and start again."
    fi
    archive=$work/$package-$version.tgz
    [ -f "$archive" ] || fail "npm reported success but left no $package-$version.tgz."

    local expected actual
    expected=$(printf %s "$integrity" | base64 -d | od -An -v -tx1 | tr -d ' \n')
    actual=$(sha512sum "$archive" | cut -d ' ' -f 1)
    [ "$actual" = "$expected" ] || fail "$package-$version.tgz has SHA-512 $actual, expected $expected: the download is damaged or not the published one; nothing was kept."
}

# Unpacks some of the archive's paths below $work/unpacked.
unpack_package() {
    mkdir "$work/unpacked" "$work/ready"
    tar -xzf "$archive" -C "$work/unpacked" "$@" || fail "$package-$version.tgz could not be unpacked (is the disk full?)."
}

keep_package() {
    touch "$work/ready/.fetched-$version"
    rm -rf "$target"
    mv -T "$work/ready" "$target" || fail "cannot move the unpacked files to $target."
}
