;; Resources that are nearly a kind of function: each has one method of another shape than its kind needs, or lacks one.
;; They are looked at and never called.
(component
  (core module $Stubs
    (memory (export "memory") 1)
    (func (export "realloc") (param i32 i32 i32 i32) (result i32) unreachable)
    (func (export "to-i32") (result i32) unreachable)
    (func (export "i32") (param i32) unreachable)
    (func (export "i32-i32") (param i32 i32) unreachable)
    (func (export "i32-i64") (param i32 i64) unreachable)
    (func (export "i32-to-i32") (param i32) (result i32) unreachable)
    (func (export "i32-to-i64") (param i32) (result i64) unreachable)
    (func (export "i32-i32-to-i32") (param i32 i32) (result i32) unreachable)
    (func (export "i32-i64-to-i64") (param i32 i64) (result i64) unreachable)
    (func (export "i32-i64-to-i32") (param i32 i64) (result i32) unreachable)
    (func (export "rows-to-rows") (param i32 i32 i32) (result i32) unreachable)
    (func (export "rows-more-to-rows") (param i32 i32 i32 i32) (result i32) unreachable))
  (core instance $stubs (instantiate $Stubs))

  ;; next takes a number of another type.
  (type $wide-definition (resource (rep i32)))
  (export $wide "wide-next" (type $wide-definition))
  (func (export "[constructor]wide-next") (result (own $wide)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]wide-next.next") (param "self" (borrow $wide)) (param "max" u64) (result (list s64))
    (canon lift (core func $stubs "i32-i64-to-i32") (memory (core memory $stubs "memory"))))

  ;; next gives one row where it takes a number.
  (type $single-definition (resource (rep i32)))
  (export $single "single-next" (type $single-definition))
  (func (export "[constructor]single-next") (result (own $single)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]single-next.next") (param "self" (borrow $single)) (param "max" u32) (result (option s64))
    (canon lift (core func $stubs "i32-i32-to-i32") (memory (core memory $stubs "memory"))))

  ;; next gives nothing.
  (type $silent-definition (resource (rep i32)))
  (export $silent "silent-next" (type $silent-definition))
  (func (export "[constructor]silent-next") (result (own $silent)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]silent-next.next") (param "self" (borrow $silent)) (param "max" u32)
    (canon lift (core func $stubs "i32-i32")))

  ;; process takes more than rows.
  (type $greedy-definition (resource (rep i32)))
  (export $greedy "greedy-process" (type $greedy-definition))
  (func (export "[constructor]greedy-process") (result (own $greedy)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]greedy-process.process")
    (param "self" (borrow $greedy)) (param "rows" (list s64)) (param "more" u32) (result (list s64))
    (canon lift (core func $stubs "rows-more-to-rows") (memory (core memory $stubs "memory")) (realloc (core func $stubs "realloc"))))

  ;; process takes one row.
  (type $picking-definition (resource (rep i32)))
  (export $picking "picking-process" (type $picking-definition))
  (func (export "[constructor]picking-process") (result (own $picking)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]picking-process.process") (param "self" (borrow $picking)) (param "row" (option s32)) (result (list s64))
    (canon lift (core func $stubs "rows-to-rows") (memory (core memory $stubs "memory"))))

  ;; finish takes something, where process is as it should be.
  (type $curious-definition (resource (rep i32)))
  (export $curious "curious-finish" (type $curious-definition))
  (func (export "[constructor]curious-finish") (result (own $curious)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]curious-finish.process") (param "self" (borrow $curious)) (param "rows" (list s64)) (result (list s64))
    (canon lift (core func $stubs "rows-to-rows") (memory (core memory $stubs "memory")) (realloc (core func $stubs "realloc"))))
  (func (export "[method]curious-finish.finish") (param "self" (borrow $curious)) (param "n" u32) (result (list s64))
    (canon lift (core func $stubs "i32-i32-to-i32") (memory (core memory $stubs "memory"))))

  ;; add gives something.
  (type $talking-definition (resource (rep i32)))
  (export $talking "talking-add" (type $talking-definition))
  (func (export "[constructor]talking-add") (result (own $talking)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]talking-add.add") (param "self" (borrow $talking)) (param "v" s64) (result s64)
    (canon lift (core func $stubs "i32-i64-to-i64")))
  (func (export "[method]talking-add.finish") (param "self" (borrow $talking)) (result s64)
    (canon lift (core func $stubs "i32-to-i64")))

  ;; add-batch takes one value.
  (type $lone-definition (resource (rep i32)))
  (export $lone "lone-batch" (type $lone-definition))
  (func (export "[constructor]lone-batch") (result (own $lone)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]lone-batch.add") (param "self" (borrow $lone)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]lone-batch.add-batch") (param "self" (borrow $lone)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]lone-batch.finish") (param "self" (borrow $lone)) (result s64)
    (canon lift (core func $stubs "i32-to-i64")))

  ;; remove takes another type than add.
  (type $strange-definition (resource (rep i32)))
  (export $strange "strange-remove" (type $strange-definition))
  (func (export "[constructor]strange-remove") (result (own $strange)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]strange-remove.add") (param "self" (borrow $strange)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]strange-remove.remove") (param "self" (borrow $strange)) (param "v" s32)
    (canon lift (core func $stubs "i32-i32")))
  (func (export "[method]strange-remove.finish") (param "self" (borrow $strange)) (result s64)
    (canon lift (core func $stubs "i32-to-i64")))

  ;; merge takes the other for good.
  (type $devouring-definition (resource (rep i32)))
  (export $devouring "devouring-merge" (type $devouring-definition))
  (func (export "[constructor]devouring-merge") (result (own $devouring)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]devouring-merge.add") (param "self" (borrow $devouring)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]devouring-merge.merge") (param "self" (borrow $devouring)) (param "other" (own $devouring))
    (canon lift (core func $stubs "i32-i32")))
  (func (export "[method]devouring-merge.finish") (param "self" (borrow $devouring)) (result s64)
    (canon lift (core func $stubs "i32-to-i64")))

  ;; finish gives nothing.
  (type $mute-definition (resource (rep i32)))
  (export $mute "mute-finish" (type $mute-definition))
  (func (export "[constructor]mute-finish") (result (own $mute)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]mute-finish.add") (param "self" (borrow $mute)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]mute-finish.finish") (param "self" (borrow $mute))
    (canon lift (core func $stubs "i32")))

  ;; finish takes something, where add is as it should be.
  (type $asking-definition (resource (rep i32)))
  (export $asking "asking-finish" (type $asking-definition))
  (func (export "[constructor]asking-finish") (result (own $asking)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]asking-finish.add") (param "self" (borrow $asking)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))
  (func (export "[method]asking-finish.finish") (param "self" (borrow $asking)) (param "v" s64) (result s64)
    (canon lift (core func $stubs "i32-i64-to-i64")))

  ;; There is no finish.
  (type $endless-definition (resource (rep i32)))
  (export $endless "endless-add" (type $endless-definition))
  (func (export "[constructor]endless-add") (result (own $endless)) (canon lift (core func $stubs "to-i32")))
  (func (export "[method]endless-add.add") (param "self" (borrow $endless)) (param "v" s64)
    (canon lift (core func $stubs "i32-i64")))

  ;; There is no method at all.
  (type $idle-definition (resource (rep i32)))
  (export $idle "idle" (type $idle-definition))
  (func (export "[constructor]idle") (result (own $idle)) (canon lift (core func $stubs "to-i32"))))
