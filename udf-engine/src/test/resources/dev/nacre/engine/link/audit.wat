;; Uses acme:kv/store and provides acme:kv/audit, which looks at the buckets of others.
(component
  (import "acme:kv/store" (instance $store
    (export "bucket" (type $bucket (sub resource)))
    (export "[method]bucket.value" (func (param "self" (borrow $bucket)) (result u32)))))
  (alias export $store "bucket" (type $bucket))
  (core func $value (canon lower (func $store "[method]bucket.value")))
  (core func $drop (canon resource.drop $bucket))
  (core module $Api
    (import "" "value" (func $value (param i32) (result i32)))
    (import "" "drop" (func $drop (param i32)))
    (func (export "doubled") (param $bucket i32) (result i32)
      (i32.mul (call $value (local.get $bucket)) (i32.const 2))
      (call $drop (local.get $bucket)))
    (func (export "fail") (param i32) unreachable))
  (core instance $api (instantiate $Api
    (with "" (instance (export "value" (func $value)) (export "drop" (func $drop))))))
  (func $doubled (param "bucket" (borrow $bucket)) (result u32) (canon lift (core func $api "doubled")))
  (func $fail (param "code" u32) (canon lift (core func $api "fail")))
  (component $Interface
    (import "bucket" (type $bucket (sub resource)))
    (import "doubled" (func $doubled (param "bucket" (borrow $bucket)) (result u32)))
    (import "fail" (func $fail (param "code" u32)))
    (export $exported "bucket" (type $bucket))
    (export "doubled" (func $doubled) (func (param "bucket" (borrow $exported)) (result u32)))
    (export "fail" (func $fail)))
  (instance $audit (instantiate $Interface
    (with "bucket" (type $bucket)) (with "doubled" (func $doubled)) (with "fail" (func $fail))))
  (export "acme:kv/audit" (instance $audit)))
