# Mends two faults of the bindings that wit-bindgen cpp 0.63.0 generates. They show with lists whose elements are lifted
# and lowered one by one: texts, records, variants, options, results, lists.

# The elements are lowered over themselves, and a variant's tag over the payload that is still to be read
# (https://github.com/bytecodealliance/wit-bindgen/issues/1592 and 1683, both open): take each out of the list first.
s/auto&& _iter_elem = \(_vec[0-9]*\)\[i\];/auto _iter_elem = std::move(\1[i]);/

# The memory in which a list came is never freed: free it after the loop that lifts the elements.
/_result[0-9]*\.initialize(i,/ {
    N
    s/_result\([0-9]*\)\(\.initialize(i,[^\n]*\n *}\)$/_result\1\2\n  if (_len\1 > 0) free(_base\1);/
}
