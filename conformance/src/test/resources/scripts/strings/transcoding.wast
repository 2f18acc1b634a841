;; A string goes from one component to another, from each encoding to each. The sender keeps its text in memory; the
;; receiver measures what arrives: how many units long it is, and the sum of the bytes that it lies in.
(component definition $Both
  (component $Receiver
    (core module $M
      (memory (export "memory") 1)
      (global $next (mut i32) (i32.const 1024))
      (func (export "realloc") (param $old i32) (param $old-size i32) (param $align i32) (param $size i32) (result i32)
        (local $at i32)
        (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
        (global.set $next (i32.add (local.get $at) (local.get $size)))
        (memory.copy (local.get $at) (local.get $old)
          (select (local.get $old-size) (local.get $size) (i32.lt_u (local.get $old-size) (local.get $size))))
        (local.get $at))
      (func $sum (param $at i32) (param $bytes i32) (result i32)
        (local $sum i32)
        (block $done
          (loop $more
            (br_if $done (i32.eqz (local.get $bytes)))
            (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (i32.load8_u (local.get $at))))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (local.set $bytes (i32.sub (local.get $bytes) (i32.const 1)))
            (br $more)))
        (local.get $sum))
      (func $both (param $units i32) (param $sum i32) (result i32)
        (i32.store (i32.const 16) (local.get $units))
        (i32.store (i32.const 20) (local.get $sum))
        (i32.const 16))
      (func (export "utf8") (param i32 i32) (result i32)
        (call $both (local.get 1) (call $sum (local.get 0) (local.get 1))))
      (func (export "utf16") (param i32 i32) (result i32)
        (call $both (local.get 1) (call $sum (local.get 0) (i32.shl (local.get 1) (i32.const 1)))))
      (func (export "compact") (param i32 i32) (result i32)
        (if (result i32) (i32.lt_s (local.get 1) (i32.const 0))
          (then (call $both (local.get 1) (call $sum (local.get 0) (i32.shl (local.get 1) (i32.const 1)))))
          (else (call $both (local.get 1) (call $sum (local.get 0) (local.get 1)))))))
    (core instance $m (instantiate $M))
    (alias core export $m "memory" (core memory $memory))
    (alias core export $m "realloc" (core func $realloc))
    (func (export "utf8") (param "x" string) (result (tuple u32 u32))
      (canon lift (core func $m "utf8") string-encoding=utf8 (memory $memory) (realloc $realloc)))
    (func (export "utf16") (param "x" string) (result (tuple u32 u32))
      (canon lift (core func $m "utf16") string-encoding=utf16 (memory $memory) (realloc $realloc)))
    (func (export "compact") (param "x" string) (result (tuple u32 u32))
      (canon lift (core func $m "compact") string-encoding=latin1+utf16 (memory $memory) (realloc $realloc))))
  (instance $receiver (instantiate $Receiver))

  (component $Sender
    (import "receiver" (instance $receiver
      (export "utf8" (func (param "x" string) (result (tuple u32 u32))))
      (export "utf16" (func (param "x" string) (result (tuple u32 u32))))
      (export "compact" (func (param "x" string) (result (tuple u32 u32))))))
    (core module $Memory
      (memory (export "memory") 1)
      (data (i32.const 0) "\70\65\61\72\6c") ;; ascii, utf8
      (data (i32.const 8) "\70\00\65\00\61\00\72\00\6c\00") ;; ascii, utf16
      (data (i32.const 24) "\70\65\61\72\6c") ;; ascii, latin1+utf16
      (data (i32.const 32) "\63\61\66\c3\a9\20\c3\bc\c3\bf") ;; latin, utf8
      (data (i32.const 48) "\63\00\61\00\66\00\e9\00\20\00\fc\00\ff\00") ;; latin, utf16
      (data (i32.const 64) "\63\61\66\e9\20\fc\ff") ;; latin, latin1+utf16
      (data (i32.const 72) "\61\c3\a9\ce\a3\f0\9f\a6\80\7a") ;; wide, utf8
      (data (i32.const 88) "\61\00\e9\00\a3\03\3e\d8\80\dd\7a\00") ;; wide, utf16
      (data (i32.const 104) "\61\00\e9\00\a3\03\3e\d8\80\dd\7a\00") ;; wide, latin1+utf16
      (data (i32.const 120) "\6c\61\74\69\6e\20\75\6e\74\69\6c\20\74\68\65\20\65\6e\64\3a\20\e2\82\ac") ;; late, utf8
      (data (i32.const 144) "\6c\00\61\00\74\00\69\00\6e\00\20\00\75\00\6e\00\74\00\69\00\6c\00\20\00\74\00\68\00\65\00\20\00\65\00\6e\00\64\00\3a\00\20\00\ac\20") ;; late, utf16
      (data (i32.const 192) "\6c\00\61\00\74\00\69\00\6e\00\20\00\75\00\6e\00\74\00\69\00\6c\00\20\00\74\00\68\00\65\00\20\00\65\00\6e\00\64\00\3a\00\20\00\ac\20") ;; late, latin1+utf16
      (data (i32.const 240) "\63\00\61\00\66\00\e9\00"))
    (core instance $memory (instantiate $Memory))
    (alias core export $memory "memory" (core memory $memory'))
    (core func $utf8-utf8 (canon lower (func $receiver "utf8") string-encoding=utf8 (memory $memory')))
    (core func $utf8-utf16 (canon lower (func $receiver "utf16") string-encoding=utf8 (memory $memory')))
    (core func $utf8-compact (canon lower (func $receiver "compact") string-encoding=utf8 (memory $memory')))
    (core func $utf16-utf8 (canon lower (func $receiver "utf8") string-encoding=utf16 (memory $memory')))
    (core func $utf16-utf16 (canon lower (func $receiver "utf16") string-encoding=utf16 (memory $memory')))
    (core func $utf16-compact (canon lower (func $receiver "compact") string-encoding=utf16 (memory $memory')))
    (core func $compact-utf8 (canon lower (func $receiver "utf8") string-encoding=latin1+utf16 (memory $memory')))
    (core func $compact-utf16 (canon lower (func $receiver "utf16") string-encoding=latin1+utf16 (memory $memory')))
    (core func $compact-compact (canon lower (func $receiver "compact") string-encoding=latin1+utf16 (memory $memory')))
    (core module $M
      (import "" "memory" (memory 1))
      (import "" "utf8-utf8" (func $utf8-utf8 (param i32 i32 i32)))
      (import "" "utf8-utf16" (func $utf8-utf16 (param i32 i32 i32)))
      (import "" "utf8-compact" (func $utf8-compact (param i32 i32 i32)))
      (import "" "utf16-utf8" (func $utf16-utf8 (param i32 i32 i32)))
      (import "" "utf16-utf16" (func $utf16-utf16 (param i32 i32 i32)))
      (import "" "utf16-compact" (func $utf16-compact (param i32 i32 i32)))
      (import "" "compact-utf8" (func $compact-utf8 (param i32 i32 i32)))
      (import "" "compact-utf16" (func $compact-utf16 (param i32 i32 i32)))
      (import "" "compact-compact" (func $compact-compact (param i32 i32 i32)))
      (func (export "utf8-utf8") (param i32 i32) (result i32)
        (call $utf8-utf8 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "utf8-utf16") (param i32 i32) (result i32)
        (call $utf8-utf16 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "utf8-compact") (param i32 i32) (result i32)
        (call $utf8-compact (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "utf16-utf8") (param i32 i32) (result i32)
        (call $utf16-utf8 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "utf16-utf16") (param i32 i32) (result i32)
        (call $utf16-utf16 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "utf16-compact") (param i32 i32) (result i32)
        (call $utf16-compact (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "compact-utf8") (param i32 i32) (result i32)
        (call $compact-utf8 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "compact-utf16") (param i32 i32) (result i32)
        (call $compact-utf16 (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096))
      (func (export "compact-compact") (param i32 i32) (result i32)
        (call $compact-compact (local.get 0) (local.get 1) (i32.const 4096))
        (i32.const 4096)))
    (core instance $m (instantiate $M (with "" (instance
      (export "memory" (memory $memory'))
      (export "utf8-utf8" (func $utf8-utf8))
      (export "utf8-utf16" (func $utf8-utf16))
      (export "utf8-compact" (func $utf8-compact))
      (export "utf16-utf8" (func $utf16-utf8))
      (export "utf16-utf16" (func $utf16-utf16))
      (export "utf16-compact" (func $utf16-compact))
      (export "compact-utf8" (func $compact-utf8))
      (export "compact-utf16" (func $compact-utf16))
      (export "compact-compact" (func $compact-compact))))))
    (func (export "utf8-utf8") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf8-utf8") (memory $memory')))
    (func (export "utf8-utf16") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf8-utf16") (memory $memory')))
    (func (export "utf8-compact") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf8-compact") (memory $memory')))
    (func (export "utf16-utf8") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf16-utf8") (memory $memory')))
    (func (export "utf16-utf16") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf16-utf16") (memory $memory')))
    (func (export "utf16-compact") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "utf16-compact") (memory $memory')))
    (func (export "compact-utf8") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "compact-utf8") (memory $memory')))
    (func (export "compact-utf16") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "compact-utf16") (memory $memory')))
    (func (export "compact-compact") (param "at" u32) (param "units" u32) (result (tuple u32 u32))
      (canon lift (core func $m "compact-compact") (memory $memory'))))
  (instance $sender (instantiate $Sender (with "receiver" (instance $receiver))))
  (export "utf8-utf8" (func $sender "utf8-utf8"))
  (export "utf8-utf16" (func $sender "utf8-utf16"))
  (export "utf8-compact" (func $sender "utf8-compact"))
  (export "utf16-utf8" (func $sender "utf16-utf8"))
  (export "utf16-utf16" (func $sender "utf16-utf16"))
  (export "utf16-compact" (func $sender "utf16-compact"))
  (export "compact-utf8" (func $sender "compact-utf8"))
  (export "compact-utf16" (func $sender "compact-utf16"))
  (export "compact-compact" (func $sender "compact-compact")))

(component instance $a $Both)
(assert_return (invoke "utf8-utf8" (u32.const 0) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "utf8-utf8" (u32.const 32) (u32.const 10)) (tuple.const (u32.const 10) (u32.const 2012037447))) ;; latin
(assert_return (invoke "utf8-utf8" (u32.const 72) (u32.const 10)) (tuple.const (u32.const 10) (u32.const 3364189269))) ;; wide
(assert_return (invoke "utf8-utf8" (u32.const 120) (u32.const 24)) (tuple.const (u32.const 24) (u32.const 3152854744))) ;; late
(assert_return (invoke "utf8-utf16" (u32.const 0) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 2175935788))) ;; ascii
(assert_return (invoke "utf8-utf16" (u32.const 32) (u32.const 10)) (tuple.const (u32.const 7) (u32.const 1532447506))) ;; latin
(assert_return (invoke "utf8-utf16" (u32.const 72) (u32.const 10)) (tuple.const (u32.const 6) (u32.const 2049419571))) ;; wide
(assert_return (invoke "utf8-utf16" (u32.const 120) (u32.const 24)) (tuple.const (u32.const 22) (u32.const 2443542014))) ;; late
(assert_return (invoke "utf8-compact" (u32.const 0) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "utf8-compact" (u32.const 32) (u32.const 10)) (tuple.const (u32.const 7) (u32.const 546758114))) ;; latin
(assert_return (invoke "utf8-compact" (u32.const 72) (u32.const 10)) (tuple.const (u32.const 2147483654) (u32.const 2049419571))) ;; wide
(assert_return (invoke "utf8-compact" (u32.const 120) (u32.const 24)) (tuple.const (u32.const 2147483670) (u32.const 2443542014))) ;; late
(assert_return (invoke "utf16-utf8" (u32.const 8) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "utf16-utf8" (u32.const 48) (u32.const 7)) (tuple.const (u32.const 10) (u32.const 2012037447))) ;; latin
(assert_return (invoke "utf16-utf8" (u32.const 88) (u32.const 6)) (tuple.const (u32.const 10) (u32.const 3364189269))) ;; wide
(assert_return (invoke "utf16-utf8" (u32.const 144) (u32.const 22)) (tuple.const (u32.const 24) (u32.const 3152854744))) ;; late
(assert_return (invoke "utf16-utf16" (u32.const 8) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 2175935788))) ;; ascii
(assert_return (invoke "utf16-utf16" (u32.const 48) (u32.const 7)) (tuple.const (u32.const 7) (u32.const 1532447506))) ;; latin
(assert_return (invoke "utf16-utf16" (u32.const 88) (u32.const 6)) (tuple.const (u32.const 6) (u32.const 2049419571))) ;; wide
(assert_return (invoke "utf16-utf16" (u32.const 144) (u32.const 22)) (tuple.const (u32.const 22) (u32.const 2443542014))) ;; late
(assert_return (invoke "utf16-compact" (u32.const 8) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "utf16-compact" (u32.const 48) (u32.const 7)) (tuple.const (u32.const 7) (u32.const 546758114))) ;; latin
(assert_return (invoke "utf16-compact" (u32.const 88) (u32.const 6)) (tuple.const (u32.const 2147483654) (u32.const 2049419571))) ;; wide
(assert_return (invoke "utf16-compact" (u32.const 144) (u32.const 22)) (tuple.const (u32.const 2147483670) (u32.const 2443542014))) ;; late
(assert_return (invoke "compact-utf8" (u32.const 24) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "compact-utf8" (u32.const 64) (u32.const 7)) (tuple.const (u32.const 10) (u32.const 2012037447))) ;; latin
(assert_return (invoke "compact-utf8" (u32.const 104) (u32.const 2147483654)) (tuple.const (u32.const 10) (u32.const 3364189269))) ;; wide
(assert_return (invoke "compact-utf8" (u32.const 192) (u32.const 2147483670)) (tuple.const (u32.const 24) (u32.const 3152854744))) ;; late
(assert_return (invoke "compact-utf16" (u32.const 24) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 2175935788))) ;; ascii
(assert_return (invoke "compact-utf16" (u32.const 64) (u32.const 7)) (tuple.const (u32.const 7) (u32.const 1532447506))) ;; latin
(assert_return (invoke "compact-utf16" (u32.const 104) (u32.const 2147483654)) (tuple.const (u32.const 6) (u32.const 2049419571))) ;; wide
(assert_return (invoke "compact-utf16" (u32.const 192) (u32.const 2147483670)) (tuple.const (u32.const 22) (u32.const 2443542014))) ;; late
(assert_return (invoke "compact-compact" (u32.const 24) (u32.const 5)) (tuple.const (u32.const 5) (u32.const 106540102))) ;; ascii
(assert_return (invoke "compact-compact" (u32.const 64) (u32.const 7)) (tuple.const (u32.const 7) (u32.const 546758114))) ;; latin
(assert_return (invoke "compact-compact" (u32.const 104) (u32.const 2147483654)) (tuple.const (u32.const 2147483654) (u32.const 2049419571))) ;; wide
(assert_return (invoke "compact-compact" (u32.const 192) (u32.const 2147483670)) (tuple.const (u32.const 2147483670) (u32.const 2443542014))) ;; late
;; UTF-16 of nothing but Latin-1 becomes Latin-1 on the way.
(assert_return (invoke "compact-compact" (u32.const 240) (u32.const 2147483652)) (tuple.const (u32.const 4) (u32.const 3045921)))
;; What is no text does not arrive.
(component instance $a $Both)
(assert_trap (invoke "utf8-utf8" (u32.const 67) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "utf8-utf16" (u32.const 67) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "utf8-compact" (u32.const 67) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "utf16-utf8" (u32.const 94) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "utf16-utf16" (u32.const 94) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "utf16-compact" (u32.const 94) (u32.const 1)) "")
(component instance $a $Both)
(assert_trap (invoke "compact-utf8" (u32.const 94) (u32.const 2147483649)) "")
(component instance $a $Both)
(assert_trap (invoke "compact-utf16" (u32.const 94) (u32.const 2147483649)) "")
(component instance $a $Both)
(assert_trap (invoke "compact-compact" (u32.const 94) (u32.const 2147483649)) "")
