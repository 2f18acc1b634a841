# Unpacks packages of Debian trixie into a folder, beside the system's own apt state. To be sourced.

# debian_unpack FOLDER PACKAGE...   leaves the packages' files under FOLDER/root
debian_unpack() {
    local folder=$1
    shift
    mkdir -p "$folder"/apt/{lists/partial,cache/archives/partial,parts} "$folder"/{debs,root}
    debian_sources "$folder/apt/parts"
    cat >"$folder/apt/apt.conf" <<CONFIGURATION
Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "$folder/apt/parts";
Dir::State::Lists "$folder/apt/lists";
Dir::Cache "$folder/apt/cache";
APT::Sandbox::User "root";
CONFIGURATION
    APT_CONFIG=$folder/apt/apt.conf apt-get -q update >/dev/null
    (cd "$folder/debs" && APT_CONFIG=$folder/apt/apt.conf apt-get -q download "$@" >/dev/null)
    local package
    for package in "$folder"/debs/*.deb; do
        dpkg -x "$package" "$folder/root"
    done
}

# debian_wrapper FOLDER PROGRAM [ARGUMENT]...   prints the line that runs one of the unpacked programs with Debian's own
# C library, so that it runs on older releases as well
debian_wrapper() {
    local root=$1/root program=$1/root/$2
    shift 2
    printf 'exec "%s" --library-path "%s" --argv0 "%s" "%s"' "$root/usr/lib64/ld-linux-x86-64.so.2" \
        "$root/usr/lib/x86_64-linux-gnu:$root/lib/x86_64-linux-gnu:$root/usr/lib/llvm-19/lib" "$program" "$program"
    printf ' "%s"' "$@"
    printf ' "$@"\n'
}

# debian_sources FOLDER   writes the system's own mirrors, pointed at trixie
debian_sources() {
    if [ -f /etc/apt/sources.list.d/debian.sources ]; then
        awk 'BEGIN { RS = ""; ORS = "\n\n" } !/security/' /etc/apt/sources.list.d/debian.sources |
            sed -E 's/^Suites:.*/Suites: trixie/; /^#/d' >"$1/trixie.sources"
    elif [ -f /etc/apt/sources.list ]; then
        awk '$1 == "deb" && !/security/ { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print "deb", $i, "trixie main"; exit } }' \
            /etc/apt/sources.list >"$1/trixie.list"
    else
        echo "no Debian package sources found under /etc/apt; run this on a Debian machine or in a debian:trixie container" >&2
        return 1
    fi
}
