# Mends three faults of the bindings that wit-bindgen cpp 0.63.0 generates.

# What a function at the top level of the world answered is never freed, because cabi_post_handle_data is not taken for
# the end of handle-data: give it that name.
/__export_name__("cabi_post_[a-z0-9_]*")/ {
    :next
    s/\("cabi_post_[a-z0-9-]*\)_/\1-/
    t next
}

# The elements of a list that are lowered one by one (texts, records, variants, ...) are written over themselves, and the
# tag of a variant over the payload that is still to be read (https://github.com/bytecodealliance/wit-bindgen/issues/1592
# and 1683, both open): take each out of the list first.
s/auto&& _iter_elem = \(_vec[0-9]*\)\[i\];/auto _iter_elem = std::move(\1[i]);/

# The memory in which a list came is never freed: free it after the loop that lifts the elements.
/_result[0-9]*\.initialize(i,/ {
    N
    s/_result\([0-9]*\)\(\.initialize(i,[^\n]*\n *}\)$/_result\1\2\n  if (_len\1 > 0) free(_base\1);/
}
