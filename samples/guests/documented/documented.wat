;; Says what it does, as tools write down the comments of a WIT package: in the custom section package-docs, a byte for the
;; version and JSON. The WIT that it was taken from:
;;
;;     package nacre:documented@0.1.0;
;;
;;     interface numbers {
;;         /// Half of a number, towards zero.
;;         half: func(value: s64) -> s64;
;;     }
;;
;;     /// Rectangles, and halves.
;;     world documented {
;;         /// The area of a rectangle; it's "width" times 'height'.
;;         export area: func(width: f64, height: f64) -> f64;
;;         export perimeter: func(width: f64, height: f64) -> f64;
;;         export numbers;
;;     }
(component
  (core module $Rectangle
    (func (export "area") (param f64 f64) (result f64) (f64.mul (local.get 0) (local.get 1)))
    (func (export "perimeter") (param f64 f64) (result f64)
      (f64.mul (f64.const 2) (f64.add (local.get 0) (local.get 1))))
    (func (export "half") (param i64) (result i64) (i64.div_s (local.get 0) (i64.const 2))))
  (core instance $rectangle (instantiate $Rectangle))

  (func $half (param "value" s64) (result s64) (canon lift (core func $rectangle "half")))
  (instance $numbers (export "half" (func $half)))
  (export "nacre:documented/numbers@0.1.0" (instance $numbers))
  (func (export "area") (param "width" f64) (param "height" f64) (result f64)
    (canon lift (core func $rectangle "area")))
  (func (export "perimeter") (param "width" f64) (param "height" f64) (result f64)
    (canon lift (core func $rectangle "perimeter")))

  (@custom "package-docs"
    "\01{\"package\":\"nacre:documented@0.1.0\",\"worlds\":{\"documented\":{\"docs\":\"Rectangles, and halves.\","
    "\"func_exports\":{\"area\":{\"docs\":\"The area of a rectangle; it's \\\"width\\\" times 'height'.\"}}}},"
    "\"interfaces\":{\"numbers\":{\"funcs\":{\"half\":{\"docs\":\"Half of a number, towards zero.\"}}}}}"))
