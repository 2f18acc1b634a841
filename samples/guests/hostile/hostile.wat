;; A component that misbehaves in the ways that limits are for: time, stack, memory, log.
(component
  (import "local:telemetry/logger" (instance $logger
    (export "log" (func (param "level" string) (param "message" string)))))

  ;; Stands apart, because the lowered import needs the memory before the guest exists.
  (core module $Memory
    (memory (export "memory") 1)
    (data (i32.const 0) "info")
    (data (i32.const 16) "the same line again, for as long as you let me"))
  (core instance $memory (instantiate $Memory))

  (core func $log (canon lower (func $logger "log") (memory (core memory $memory "memory"))))

  (core module $Guest
    (import "memory" "memory" (memory 1))
    (import "logger" "log" (func $log (param i32 i32 i32 i32)))
    (table 1 funcref)

    ;; Never returns, and does nothing.
    (func (export "spin")
      (loop $again (br $again)))

    ;; Never returns, and stores all the time.
    (func (export "spin-storing")
      (loop $again
        (i32.store (i32.const 64) (i32.add (i32.load (i32.const 64)) (i32.const 1)))
        (br $again)))

    ;; Calls itself `depth` times, and without end when that is 0. Returns how deep it was.
    (func $recurse (export "recurse") (param $depth i32) (result i32)
      (if (result i32) (i32.eq (local.get $depth) (i32.const 1))
        (then (i32.const 1))
        (else (i32.add (i32.const 1) (call $recurse (i32.sub (local.get $depth) (i32.const 1)))))))

    ;; Grows the memory by as many bytes, in whole pages of 64 KiB, and touches each page.
    ;; Returns the pages there are then; 4294967295 where the memory did not grow.
    (func (export "allocate") (param $bytes i32) (result i32)
      (local $page i32)
      (local.set $page
        (memory.grow
          (i32.add
            (i32.shr_u (local.get $bytes) (i32.const 16))
            (i32.ne (i32.and (local.get $bytes) (i32.const 0xffff)) (i32.const 0)))))
      (if (i32.eq (local.get $page) (i32.const -1)) (then (return (i32.const -1))))
      (block $done
        (loop $touch
          (br_if $done (i32.ge_u (local.get $page) (memory.size)))
          (i32.store8 (i32.shl (local.get $page) (i32.const 16)) (i32.const 1))
          (local.set $page (i32.add (local.get $page) (i32.const 1)))
          (br $touch)))
      (memory.size))

    ;; Grows the memory until the host says no. Returns the pages there are then.
    (func (export "allocate-all") (result i32)
      (loop $more
        (br_if $more (i32.ne (memory.grow (i32.const 16)) (i32.const -1))))
      (memory.size))

    (func (export "trap") unreachable)
    (func (export "divide-by-zero") (result i32) (i32.div_u (i32.const 1) (i32.const 0)))
    (func (export "out-of-bounds") (result i32) (i32.load (i32.const -4)))
    (func (export "indirect-call") (call_indirect (i32.const 0)))

    ;; Fills up to 16 MiB eight times in a straight line, `rounds` times over: little code that does much.
    (func (export "fill") (param $rounds i32)
      (local $length i32)
      (drop (memory.grow (i32.const 255)))
      (local.set $length (i32.sub (i32.shl (memory.size) (i32.const 16)) (i32.const 1024)))
      (block $done
        (loop $again
          (br_if $done (i32.eqz (local.get $rounds)))
          (memory.fill (i32.const 1024) (i32.const 1) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 2) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 3) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 4) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 5) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 6) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 7) (local.get $length))
          (memory.fill (i32.const 1024) (i32.const 8) (local.get $length))
          (local.set $rounds (i32.sub (local.get $rounds) (i32.const 1)))
          (br $again))))

    ;; Logs `n` lines of 46 bytes.
    (func (export "log-flood") (param $n i32)
      (block $done
        (loop $again
          (br_if $done (i32.eqz (local.get $n)))
          (call $log (i32.const 0) (i32.const 4) (i32.const 16) (i32.const 46))
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (br $again))))

    ;; Logs one line of `bytes` bytes, taken from wherever they are.
    (func (export "log-line") (param $bytes i32)
      (call $log (i32.const 0) (i32.const 4) (i32.const 16) (local.get $bytes)))

    ;; Logs a line that is not in the memory.
    (func (export "log-out-of-bounds")
      (call $log (i32.const 0) (i32.const 4) (i32.const 0xfffffff0) (i32.const 46)))

    ;; An allocator that calls the host, which is forbidden while an argument is on its way in.
    (func (export "realloc-that-leaves") (param i32 i32 i32 i32) (result i32)
      (call $log (i32.const 0) (i32.const 4) (i32.const 16) (i32.const 46))
      (i32.const 1024))
    (func (export "leave-in-realloc") (param i32 i32))

    ;; A clean-up that calls the host, which is forbidden as well.
    (func (export "leave-in-post-return"))
    (func (export "post-return-that-leaves")
      (call $log (i32.const 0) (i32.const 4) (i32.const 16) (i32.const 46))))
  (core instance $guest (instantiate $Guest
    (with "memory" (instance $memory))
    (with "logger" (instance (export "log" (func $log))))))

  (func (export "spin") (canon lift (core func $guest "spin")))
  (func (export "spin-storing") (canon lift (core func $guest "spin-storing")))
  (func (export "recurse") (param "depth" u32) (result u32) (canon lift (core func $guest "recurse")))
  (func (export "allocate") (param "bytes" u32) (result u32) (canon lift (core func $guest "allocate")))
  (func (export "allocate-all") (result u32) (canon lift (core func $guest "allocate-all")))
  (func (export "trap") (canon lift (core func $guest "trap")))
  (func (export "divide-by-zero") (result u32) (canon lift (core func $guest "divide-by-zero")))
  (func (export "out-of-bounds") (result u32) (canon lift (core func $guest "out-of-bounds")))
  (func (export "indirect-call") (canon lift (core func $guest "indirect-call")))
  (func (export "fill") (param "rounds" u32) (canon lift (core func $guest "fill")))
  (func (export "log-flood") (param "n" u32) (canon lift (core func $guest "log-flood")))
  (func (export "log-line") (param "bytes" u32) (canon lift (core func $guest "log-line")))
  (func (export "log-out-of-bounds") (canon lift (core func $guest "log-out-of-bounds")))
  (func (export "leave-in-realloc") (param "text" string) (canon lift (core func $guest "leave-in-realloc")
    (memory (core memory $memory "memory")) (realloc (core func $guest "realloc-that-leaves"))))
  (func (export "leave-in-post-return") (canon lift (core func $guest "leave-in-post-return")
    (post-return (core func $guest "post-return-that-leaves")))))
