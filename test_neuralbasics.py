"""Tests of neuralbasics.py: python -m unittest"""
import ast
import contextlib
import doctest
import inspect
import io
import json
import math
import operator
import os
import random
import re
import shlex
import subprocess
import sys
import tempfile
import types
import unittest
from array import array
from decimal import Decimal
from fractions import Fraction
from html.parser import HTMLParser
from xml.etree import ElementTree

import neuralbasics
from neuralbasics import (
    dot, draw, explain, forward, handout, identity, layer, layer_values, main,
    relu)

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.join(HERE, "neuralbasics.py")
README = os.path.join(HERE, "README.md")
ARTICLE = [[[1, 1], [-1, 1]], [[2, -1]]]
NAN = float("nan")
INFINITY = float("inf")


def load_tests(loader, tests, pattern):
    """Add the examples of the module and of the README."""
    if sys.flags.optimize < 2:          # python -OO leaves out the docstrings
        tests.addTests(doctest.DocTestSuite(neuralbasics))
    if os.path.exists(README):          # it may stay behind when files move
        tests.addTests(doctest.DocFileSuite(README, module_relative=False,
                                            encoding="utf-8"))
    return tests


def random_network(rng, number, biases=True):
    """Return inputs, weights and biases of a random shape."""
    sizes = [rng.randint(1, 4) for _ in range(rng.randint(2, 4))]
    inputs = [number() for _ in range(sizes[0])]
    weights = [[[number() for _ in range(before)] for _ in range(nodes)]
               for before, nodes in zip(sizes, sizes[1:])]
    if biases:
        return inputs, weights, [[number() for _ in range(nodes)]
                                 for nodes in sizes[1:]]
    return inputs, weights, None


def node_value(inputs, weights, biases, at, node):
    """Return one node's value, worked out from the output backwards."""
    if at < 0:
        return Fraction(inputs[node])
    total = Fraction(biases[at][node]) if biases else Fraction(0)
    for before in range(len(weights[at][node])):
        total += (Fraction(weights[at][node][before])
                  * node_value(inputs, weights, biases, at - 1, before))
    if at < len(weights) - 1 and total < 0:
        return Fraction(0)
    return total


class Number:
    """A number in the manner of micrograd's Value: no comparison, no sum."""

    def __init__(self, data):
        self.data = data

    def __add__(self, other):
        return Number(self.data + getattr(other, "data", other))

    def __mul__(self, other):
        return Number(self.data * getattr(other, "data", other))

    __radd__ = __add__
    __rmul__ = __mul__

    def relu(self):
        return Number(self.data if self.data > 0 else 0)


class Lesson(unittest.TestCase):

    def test_dot_adds_up_the_products(self):
        self.assertEqual(dot([2, 3], [1, 1]), 5)
        self.assertEqual(dot([2, 3], [-1, 1]), 1)
        self.assertEqual(dot((1, 2, 3), [4, 5, 6]), 32)
        self.assertEqual(dot([], []), 0)
        self.assertEqual(dot([-7], [0.5]), -3.5)

    def test_relu_and_identity(self):
        for x, expected in [(3, 3), (-3, 0), (0, 0), (1, 1), (-1, 0),
                            (0.25, 0.25), (-0.25, 0), (INFINITY, INFINITY),
                            (-INFINITY, 0), (Fraction(-1, 3), 0),
                            (Fraction(1, 3), Fraction(1, 3))]:
            self.assertEqual(relu(x), expected)
            self.assertIs(identity(x), x)
        self.assertTrue(math.isnan(relu(NAN)))

    def test_the_articles_figures(self):
        self.assertEqual(layer([2, 3], ARTICLE[0]), [5, 1])
        self.assertEqual(layer([5, 1], ARTICLE[1]), [9])
        self.assertEqual(layer_values([2, 3], ARTICLE), [[2, 3], [5, 1], [9]])
        self.assertEqual(forward([2, 3], ARTICLE), [9])

    def test_layer_adds_biases_before_the_activation(self):
        self.assertEqual(layer([2], [[1], [1], [-1]], [-5, 5, 1]), [-3, 7, -1])
        self.assertEqual(layer([2], [[1], [1], [-1]], [-5, 5, 1], relu),
                         [0, 7, 0])
        self.assertEqual(layer([2], [[1], [-1]], activation=lambda x: 10 * x),
                         [20, -20])

    def test_the_output_layer_stays_linear(self):
        self.assertEqual(forward([1], [[[-2]]]), [-2])
        self.assertEqual(forward([1], [[[1]], [[-2], [3]]]), [-2, 3])

    def test_the_activation_works_on_every_hidden_layer(self):
        self.assertEqual(
            layer_values([1], [[[-1], [1]], [[5, -2]], [[3], [-3]]]),
            [[1], [0, 1], [0], [0, 0]])
        self.assertEqual(
            layer_values([1], [[[-1], [1]], [[5, -2]], [[3], [-3]]],
                         activation=abs),
            [[1], [1, 1], [3], [9, -9]])
        self.assertEqual(
            forward([1], [[[-1], [1]], [[5, -2]], [[3]]], None, identity),
            [-21])

    def test_random_networks_against_sums_done_backwards(self):
        rng = random.Random(1)
        for trial in range(200):
            inputs, weights, biases = random_network(
                rng, lambda: Fraction(rng.randint(-20, 20), rng.randint(1, 6)),
                biases=trial % 2)
            last = len(weights) - 1
            self.assertEqual(
                forward(inputs, weights, biases),
                [node_value(inputs, weights, biases, last, node)
                 for node in range(len(weights[last]))])

    def test_random_floats_against_exact_sums(self):
        rng = random.Random(2)
        for _ in range(100):
            inputs, weights, biases = random_network(
                rng, lambda: rng.uniform(-2, 2))
            last = len(weights) - 1
            for node, value in enumerate(forward(inputs, weights, biases)):
                exact = node_value(inputs, weights, biases, last, node)
                self.assertAlmostEqual(value, float(exact), places=9)

    def test_exact_numbers_stay_exact(self):
        big = 10 ** 40
        self.assertEqual(forward([big, 1], [[[1, 1]], [[3]]]), [3 * big + 3])
        self.assertEqual(
            forward([Fraction(1, 3)], [[[Fraction(1, 7)]], [[3]]]),
            [Fraction(1, 7)])
        (value,) = forward([Decimal("0.1"), Decimal("0.2")],
                           [[[1, 1]]], [[Decimal("0.3")]])
        self.assertEqual(repr(value), "Decimal('0.6')")
        for value in forward([2, 3], ARTICLE) + layer([2], [[3]], [4]):
            self.assertIs(type(value), int)

    def test_nan_and_infinity_go_through(self):
        (value,) = forward([NAN, 1], ARTICLE)
        self.assertTrue(math.isnan(value))
        self.assertEqual(forward([INFINITY, 1], [[[1, 1]], [[2]]]), [INFINITY])

    def test_tuples_serve_as_lists(self):
        network = ((1, 1), (-1, 1)), ((2, -1),)
        self.assertEqual(dot((2, 3), [4, 5]), 23)
        self.assertEqual(dot((), []), 0)
        self.assertEqual(layer((2, 3), network[0], (0, 1)), [5, 2])
        self.assertEqual(layer_values((2, 3), network),
                         [[2, 3], [5, 1], [9]])
        self.assertEqual(forward([2, 3], network, ((1, 2), (3,))), [12])

    def test_arrays_serve_as_lists(self):
        def row(*numbers):
            return array("d", numbers)

        class Array:                    # in the manner of NumPy's
            def __init__(self, rows):
                self.rows = rows

            def __len__(self):
                return len(self.rows)

            def __bool__(self):
                raise ValueError("ambiguous")

            def __getitem__(self, i):
                return self.rows[i]

            def tolist(self):
                return self.rows

        weights = [Array([row(1, 1), row(-1, 1)]), Array([row(2, -1)])]
        for biases, output in (None, 9), ([row(1, 2), row(3)], 12), (
                Array([row(1, 2), row(3)]), 12):
            self.assertEqual(forward(row(2, 3), weights, biases), [output])
            self.assertIn(f"output: {output}",
                          explain(row(2, 3), Array(weights), biases))
        with self.assertRaisesRegex(
                ValueError, r"^weights\[0\] must be a list of lists of "):
            forward([2, 3], [Array([])])

    def test_nothing_is_changed_and_nothing_is_shared(self):
        inputs, weights, biases = [2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [
            [0, 0], [0]]
        before = json.dumps([inputs, weights, biases])
        explain(inputs, weights, biases)
        values = layer_values(inputs, weights, biases)
        forward(inputs, weights, biases).append(0)
        layer(inputs, weights[0], biases[0]).append(0)
        for vector in values:
            vector.append(0)
        self.assertEqual(json.dumps([inputs, weights, biases]), before)

    def test_other_kinds_of_numbers(self):
        weights = [[[Number(w) for w in node] for node in nodes]
                   for nodes in ARTICLE]
        for x, y, expected in (2, 3, 9), (5, 3, 16):
            (value,) = forward([Number(x), Number(y)], weights,
                               activation=lambda x: x.relu())
            self.assertEqual(value.data, expected)

    def test_pythons_without_sumprod_or_mul(self):
        with open(MODULE, encoding="ascii") as file:
            code = compile(file.read(), MODULE, "exec")
        bare = types.ModuleType("bare")
        for names in (bare, bare), (bare, operator):
            with replaced_modules(math=names[0], operator=names[1]):
                copy = types.ModuleType("copy")
                exec(code, copy.__dict__)
            self.assertEqual(copy.dot([1, 2, 3], [4, 5, 6]), 32)
            self.assertEqual(
                copy.forward((2, 3), ARTICLE, [[1, 1], [1]]), [11])
            with self.assertRaisesRegex(
                    ValueError, "^a has length 1, but b has length 2$"):
                copy.dot([1], [1, 2])


@contextlib.contextmanager
def replaced_modules(**modules):
    before = {name: sys.modules[name] for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        sys.modules.update(before)


class Faults(unittest.TestCase):

    def refused(self, message, kind, function, *arguments):
        with self.assertRaises(kind) as caught:
            function(*arguments)
        self.assertEqual(str(caught.exception), message)
        # A learner should see one traceback, not the story behind it.
        self.assertTrue(caught.exception.__context__ is None
                        or caught.exception.__suppress_context__)

    def refused_by_all(self, message, kind, *arguments):
        for function in forward, layer_values, explain, draw:
            self.refused(message, kind, function, *arguments)

    def test_dot(self):
        for message, kind, a, b in [
                ("a has length 2, but b has length 1", ValueError,
                 [2, 3], [1]),
                ("a has length 0, but b has length 1", ValueError, [], [1]),
                ("a has length 2, but b has length 1", ValueError,
                 (2, 3), (1,)),
                ("a must be a list of numbers, not {1}", ValueError,
                 {1}, [1]),
                ("b must be a list of numbers, not range(0, 1)",
                 ValueError, [1], range(1)),
                ("a must be a list of numbers, not None", ValueError,
                 None, [1]),
                ("b must be a list of numbers, not 5", ValueError, [1], 5),
                ("a must be a list of numbers, not '12'", ValueError,
                 "12", [1, 1]),
                ("b must be a list of numbers, not {'x': 1}", ValueError,
                 [1], {"x": 1}),
                ("a[1] is '3', not a number", TypeError, [2, "3"], [1, 1]),
                ("b[0] is None, not a number", TypeError, [2, 3], [None, 1]),
                ("b[1] is [1], not a number", TypeError, [2, 3], [1, [1]]),
                ("a and b hold numbers of kinds that do not mix, such as "
                 "Decimal and float", TypeError, [Decimal(1)], [0.5])]:
            self.refused(message, kind, dot, a, b)

    def test_layer(self):
        for message, kind, arguments in [
                ("weights[1] has length 1, but inputs has length 2",
                 ValueError, ([2, 3], [[1, 1], [1]])),
                ("weights[0] has length 3, but inputs has length 2",
                 ValueError, ([2, 3], [[1, 1, 1], [1, 1]])),
                ("weights[0] must be a list of numbers, not 1",
                 ValueError, ([2, 3], [1, 1])),
                ("weights[1] must be a list of numbers, not '11'",
                 ValueError, ([2, 3], [[1, 1], "11"])),
                ("weights[0] must be a list of numbers, not {0: 1}",
                 ValueError, ([2], [{0: 1}])),
                ("weights must be a list of lists of numbers, not []",
                 ValueError, ([2, 3], [])),
                ("inputs must be a list of numbers, not {2, 3}",
                 ValueError, ({2, 3}, [[1, 1]])),
                ("inputs must be a list of numbers, not b'12'",
                 ValueError, (b"12", [[1, 1]])),
                ("biases has length 1, but weights has length 2",
                 ValueError, ([2, 3], [[1, 1], [1, 1]], [1])),
                ("biases must be a list of numbers, not 1",
                 ValueError, ([2, 3], [[1, 1], [1, 1]], 1)),
                ("biases must be a list of numbers, not {0: 1}",
                 ValueError, ([2, 3], [[1, 1]], {0: 1})),
                ("inputs[1] is '3', not a number",
                 TypeError, ([2, "3"], [[1, 1]])),
                ("weights[1][0] is '3', not a number",
                 TypeError, ([2, 3], [[1, 1], ["3", 1]])),
                ("biases[1] is None, not a number",
                 TypeError, ([2, 3], [[1, 1], [1, 1]], [1, None])),
                ("biases[0] is [1], not a number",
                 TypeError, ([2, 3], [[1, 1]], [[1]])),
                ("biases and the nodes' sums hold numbers of kinds that do "
                 "not mix, such as Decimal and float",
                 TypeError, ([Decimal(2)], [[1]], [0.5])),
                ("activation must be a function such as relu, not 'relu'",
                 TypeError, ([2, 3], [[1, 1]], None, "relu"))]:
            self.refused(message, kind, layer, *arguments)
        for weights in {(1, 1), (-1, 1)}, {(1, 1): 2}, iter([]):
            with self.assertRaisesRegex(
                    ValueError, "^weights must be a list of lists of "):
                layer([2, 3], weights)

    def test_a_shape_that_does_not_fit(self):
        for message, arguments in [
                ("weights[0][1] has length 1, but inputs has length 2",
                 ([2, 3], [[[1, 1], [-1]], [[2, -1]]])),
                ("weights[0][1] has length 3, but inputs has length 2",
                 ([2, 3], [[[1, 1], [-1, 1, 1]], [[2, -1]]])),
                ("weights[1][0] has length 3, but the output of "
                 "weights[0] has length 2",
                 ([2, 3], [[[1, 1], [-1, 1]], [[2, -1, 7]]])),
                ("weights[1][1] has length 1, but the output of "
                 "weights[0] has length 2",
                 ([2, 3], [[[1, 1], [-1, 1]], [[2, -1], [2]]])),
                ("weights[0][0] has length 2, but inputs has length 3",
                 ([2, 3, 4], ARTICLE)),
                ("weights[0][0] has length 2, but inputs has length 1",
                 ([2], ARTICLE)),
                ("biases[0] has length 1, but weights[0] has length 2",
                 ([2, 3], ARTICLE, [[1], [1]])),
                ("biases[1] has length 2, but weights[1] has length 1",
                 ([2, 3], ARTICLE, [[1, 1], [1, 1]])),
                ("biases has length 1, but weights has length 2",
                 ([2, 3], ARTICLE, [[1, 1]])),
                ("biases has length 3, but weights has length 2",
                 ([2, 3], ARTICLE, [[1, 1], [1], [1]]))]:
            self.refused_by_all(message, ValueError, *arguments)

    def test_what_is_no_network(self):
        three = "weights must be a list of lists of lists of numbers, not "
        for message, arguments in [
                (three + "[]", ([2, 3], [])),
                (three + "None", ([2, 3], None)),
                (three + "5", ([2, 3], 5)),
                (three + "'net.json'", ([2, 3], "net.json")),
                (three + "{'node_0': [1, 1]}", ([2, 3], {"node_0": [1, 1]})),
                ("weights[1] must be a list of lists of numbers, not []",
                 ([2, 3], [[[1, 1]], []])),
                ("weights[0] must be a list of lists of numbers, not 1",
                 ([2, 3], [1])),
                ("weights[0] must be a list of lists of numbers, not "
                 "{'node_0': [1, 1]}", ([2, 3], [{"node_0": [1, 1]}])),
                ("weights[0][0] must be a list of numbers, not 1",
                 ([2, 3], [[1, 1], [-1, 1]])),
                ("weights[1][0] must be a list of numbers, not 2",
                 ([2, 3], [[[1, 1], [-1, 1]], [2, -1]])),
                ("weights[1][0] must be a list of numbers, not '21'",
                 ([2, 3], [[[1, 1], [-1, 1]], ["21"]])),
                ("inputs must be a list of numbers, not 2", (2, ARTICLE)),
                ("inputs must be a list of numbers, not '23'",
                 ("23", ARTICLE)),
                ("inputs must be a list of numbers, not {0: 2, 1: 3}",
                 ({0: 2, 1: 3}, ARTICLE)),
                ("inputs must be a list of numbers, not None",
                 (None, ARTICLE)),
                (three + "dict_keys([1])", ([2, 3], {1: 2}.keys())),
                ("inputs must be a list of numbers, not []", ([], [[[]]])),
                ("weights[0][0] has length 2, but inputs has length 0",
                 ([], ARTICLE)),
                ("biases[0] must be a list of numbers, not 1",
                 ([2, 3], ARTICLE, [1, 1])),
                ("biases[1] must be a list of numbers, not None",
                 ([2, 3], ARTICLE, [[1, 1], None])),
                ("biases must be a list of lists of numbers, not 0",
                 ([2, 3], ARTICLE, 0)),
                ("biases must be a list of lists of numbers, not []",
                 ([2, 3], ARTICLE, []))]:
            self.refused_by_all(message, ValueError, *arguments)
        with self.assertRaisesRegex(
                ValueError, "^inputs must be a list of numbers, not <"):
            forward(map(int, "23"), ARTICLE)

    def test_what_is_no_number(self):
        for message, arguments in [
                ("inputs[1] is '3', not a number", ([2, "3"], ARTICLE)),
                ("inputs[0] is None, not a number", ([None, 3], ARTICLE)),
                ("inputs[0] is [2, 3], not a number", ([[2, 3]], ARTICLE)),
                ("weights[0][1][0] is '-1', not a number",
                 ([2, 3], [[[1, 1], ["-1", 1]], [[2, -1]]])),
                ("weights[1][0][1] is None, not a number",
                 ([2, 3], [[[1, 1], [-1, 1]], [[2, None]]])),
                ("weights[1][0][0] is [2], not a number",
                 ([2, 3], [[[1, 1], [-1, 1]], [[[2], -1]]])),
                ("biases[0][1] is '1', not a number",
                 ([2, 3], ARTICLE, [[1, "1"], [1]])),
                ("biases[1][0] is None, not a number",
                 ([2, 3], ARTICLE, [[1, 1], [None]])),
                ("weights[0][0] and inputs hold numbers of kinds that do not "
                 "mix, such as Decimal and float",
                 ([Decimal(2), Decimal(3)], [[[0.5, 0.5]]])),
                ("biases[1] and the nodes' sums hold numbers of kinds that do "
                 "not mix, such as Decimal and float",
                 ([Decimal(2), Decimal(3)], ARTICLE, [[1, 1], [0.5]])),
                ("activation must be a function such as relu, not 'relu'",
                 ([2, 3], ARTICLE, None, "relu")),
                ("the output of weights[0][0] is None, not a number",
                 ([2, 3], ARTICLE, None, lambda x: None))]:
            self.refused_by_all(message, TypeError, *arguments)

    def test_an_activations_own_error_comes_through(self):
        for kind in TypeError, ValueError:
            def fussy(x):
                raise kind("not today")
            self.refused_by_all("not today", kind, [1], [[[1]], [[1]]], None,
                                fussy)

    def test_a_long_value_is_cut(self):
        self.refused("b must be a list of numbers, not '" + 59 * "x",
                     ValueError, dot, [1], 100 * "x")
        self.refused("b must be a list of numbers, not '" + 58 * "x" + "'",
                     ValueError, dot, [1], 58 * "x")


def lines_with_sums(text):
    """Return (left, right) of every line of `explain` with an equals sign."""
    return [re.sub("^(node_[0-9]+: | +)", "", line).split(" = ")
            for line in text.splitlines() if "=" in line]


class Explain(unittest.TestCase):

    def test_headings_and_lines(self):
        self.assertEqual(explain([1, -2], [[[1, -1]], [[-3]], [[2], [0]]],
                                 [[-4], [1], [0, -5]]).splitlines(), [
            "inputs: 1, -2",
            "",
            "hidden layer 0",
            "node_0: 1*1 + (-2)*(-1) + (-4) = -1",
            "        relu(-1) = 0",
            "",
            "hidden layer 1",
            "node_0: 0*(-3) + 1 = 1",
            "        relu(1) = 1",
            "",
            "output layer",
            "node_0: 1*2 + 0 = 2",
            "node_1: 1*0 + (-5) = -5",
            "",
            "output: 2, -5"])

    def test_the_activation_is_named_where_there_is_one(self):
        def double(x):
            return 2 * x
        for activation, line in [(double, "        double(-6) = -12"),
                                 (lambda x: -x, "        activation(-6) = 6"),
                                 (abs, "        abs(-6) = 6")]:
            text = explain([2], [[[-3]], [[1]]], None, activation)
            self.assertEqual(text.splitlines()[4], line)
        self.assertEqual(
            lines_with_sums(explain([2], [[[-3]], [[1]]], None, identity)),
            [["2*(-3)", "-6"], ["(-6)*1", "-6"]])
        self.assertEqual(lines_with_sums(explain([2], [[[-3]]])),
                         [["2*(-3)", "-6"]])

    def test_how_numbers_are_shown(self):
        for number, shown in [
                (0.1 + 0.2, "0.3"), (1.0, "1"), (-0.0, "0"), (1e-7, "1e-07"),
                (1234567.0, "1.23457e+06"), (2 / 3, "0.666667"),
                (10 ** 30, "1" + 30 * "0"), (Fraction(1, 3), "1/3"),
                (Decimal("0.10"), "0.10"), (NAN, "nan"),
                (-INFINITY, "-inf")]:
            self.assertEqual(explain([number], [[[1]]]).splitlines()[0],
                             "inputs: " + shown)
        self.assertEqual(
            lines_with_sums(explain([Fraction(1, 3)], [[[Fraction(-1, 2)]]],
                                    [[Fraction(1, 6)]])),
            [["(1/3)*(-1/2) + (1/6)", "0"]])
        self.assertEqual(
            lines_with_sums(explain([NAN, 1e200], [[[1, 1e200]]])),
            [["nan*1 + 1e+200*1e+200", "nan"]])

    def test_every_line_of_a_network_of_whole_numbers_is_true(self):
        rng = random.Random(3)
        for trial in range(60):
            network = random_network(rng, lambda: rng.randint(-9, 9),
                                     biases=trial % 2)
            text = explain(*network)
            sums = [value for values, weights in zip(
                layer_values(*network), network[1]) for value in weights]
            hidden = sum(map(len, network[1][:-1]))
            lines = lines_with_sums(text)
            self.assertEqual(len(lines), len(sums) + hidden)
            for left, right in lines:
                self.assertEqual(str(eval(left, {"relu": relu})), right)
            self.assertEqual(text.splitlines()[-1],
                             "output: " + str(forward(*network))[1:-1])
            # Each weight and each bias stands where it belongs.
            shown = [re.findall(r"\*\(?(-?[0-9]+)\)?", left)
                     for left, right in lines if "relu" not in left]
            self.assertEqual(shown, [list(map(str, node)) for nodes
                                     in network[1] for node in nodes])

    def test_every_line_of_a_network_of_floats_is_true_as_shown(self):
        rng = random.Random(4)
        numbers = [lambda: rng.uniform(-1, 1), lambda: rng.uniform(-1e6, 1e6),
                   lambda: rng.choice([1.0000001, -1.0, 1e-7, 1 / 3])]
        checked = 0
        for trial in range(120):
            inputs, weights, biases = random_network(
                rng, numbers[trial % 3], trial % 2)
            values = layer_values(inputs, weights, biases)
            true = []
            for i, nodes in enumerate(weights):
                for node, x in enumerate(layer(
                        values[i], nodes, biases[i] if biases else None)):
                    true.append(x)
                    if i < len(weights) - 1:
                        true.append(values[i + 1][node])
            lines = lines_with_sums(explain(inputs, weights, biases))
            self.assertEqual(len(lines), len(true))
            for (left, right), value in zip(lines, true):
                result = eval(left, {"relu": relu}) + 0.0
                agreed = [f"{result:.{digits}g}" for digits in range(1, 7)
                          if f"{result:.{digits}g}"
                          == f"{value + 0.0:.{digits}g}"]
                self.assertEqual(right, (agreed or [f"{result:.6g}"])[-1],
                                 left)
                checked += 1
        self.assertGreater(checked, 500)

    def test_digits_that_rounding_has_cost_are_not_shown(self):
        self.assertEqual(
            lines_with_sums(explain([1.0000001, 1], [[[1, -1]]])),
            [["1*1 + 1*(-1)", "0"]])
        self.assertEqual(
            lines_with_sums(explain([1.234564], [[[1]]], [[-1.234127]])),
            [["1.23456*1 + (-1.23413)", "0.0004"]])
        self.assertEqual(
            lines_with_sums(explain([123456.4], [[[-1.000002]]])),
            [["123456*(-1)", "-1.2346e+05"]])
        self.assertEqual(
            lines_with_sums(explain([2 / 3], [[[1.0]]], [[-0.66]])),
            [["0.666667*1 + (-0.66)", "0.006667"]])

        def huge(x):
            return 1e9 * x
        self.assertEqual(
            lines_with_sums(explain([2 / 3], [[[1]], [[1]]], None, huge)),
            [["0.666667*1", "0.666667"],
             ["huge(0.666667)", "6.66667e+08"],
             ["6.66667e+08*1", "6.66667e+08"]])

        # Where the activation cannot be worked out for the rounded number:
        def narrow(x):
            return 2 / (x - 1) if x == 1.0000001 else math.sqrt(x - 1 - 1e-8)
        self.assertEqual(
            lines_with_sums(explain([1.0000001], [[[1]], [[0]]], None,
                                    narrow))[1], ["narrow(1)", "2e+07"])
        # Python adds up from left to right, and so do the lines.
        self.assertEqual(
            lines_with_sums(explain([1e16, 1.0, -1e16], [[[1, 1, 1]]]))[0],
            ["1e+16*1 + 1*1 + (-1e+16)*1", "0"])


class Picture:
    """What somebody sees who looks at the picture that `draw` returns."""

    def __init__(self, svg):
        self.root = ElementTree.fromstring(svg)
        self.width, self.height = (float(self.root.get(name))
                                   for name in ("width", "height"))
        self.title = self.root[0].text
        self.circles = [(float(e.get("cx")), float(e.get("cy")),
                         float(e.get("r")), e.get("stroke-dasharray"))
                        for e in self.each("circle")]
        self.lines = [tuple(float(e.get(name))
                            for name in ("x1", "y1", "x2", "y2"))
                      for e in self.each("line")]
        # x and y of the middle, width, height; letters are seldom wider.
        self.texts = []
        for e in self.each("text"):
            size = float(e.get("font-size"))
            if e.text:
                self.texts.append((e.text, float(e.get("x")),
                                   float(e.get("y")) - 0.36 * size,
                                   0.6 * size * len(e.text), size))

    def each(self, name):
        return self.root.iter("{http://www.w3.org/2000/svg}" + name)

    def columns(self):
        """Return the circles from left to right, each from the top down."""
        columns = {}
        for circle in sorted(self.circles):
            columns.setdefault(circle[0], []).append(circle)
        return [columns[x] for x in sorted(columns)]

    def inside(self, circle):
        x, y, radius, _ = circle
        return [text for text, a, b, width, _ in self.texts
                if math.hypot(a - x, b - y) < 3
                and width / 2 <= radius]

    def near(self, circle):
        """Return the texts above and below a circle, nearest to it."""
        column = [other for other in self.circles if other[0] == circle[0]]
        return [text for text, x, y, _, _ in self.texts
                if x == circle[0] and y > 25
                and min(column, key=lambda c: abs(c[1] - y)) == circle
                and abs(circle[1] - y) > circle[2]]

    def on(self, line):
        """Return the texts in the last half of a line."""
        x1, y1, x2, y2 = line
        found = []
        for text, x, y, _, _ in self.texts:
            way = (x - x1) / (x2 - x1)
            if 0.49 < way < 1 and abs(y1 + way * (y2 - y1) - y) < 2:
                found.append(text)
        return found


class Draw(unittest.TestCase):

    def check(self, inputs, weights, biases=None, activation=relu):
        """Compare the picture of a network with `layer_values`."""
        picture = Picture(draw(inputs, weights, biases, activation))
        columns = picture.columns()
        values = layer_values(inputs, weights, biases, activation)
        self.assertEqual([list(map(picture.inside, column))
                          for column in columns],
                         [[[str(x)] for x in vector] for vector in values])
        lines = set(picture.lines)
        for k, nodes in enumerate(weights):
            sums = layer(values[k], nodes, biases[k] if biases else None)
            for i, node in enumerate(nodes):
                circle = columns[k + 1][i]
                off = values[k + 1][i] == 0 != sums[i]
                notes = [f"node_{i}"]
                notes += [f"bias {biases[k][i]}"] if biases else []
                notes += [f"was {sums[i]}"] if off else []
                self.assertEqual(picture.near(circle), notes)
                self.assertEqual(circle[3] is not None, off)
                for j, weight in enumerate(node):
                    line = columns[k][j][:2] + circle[:2]
                    lines.remove(line)
                    self.assertEqual(picture.on(line), [str(weight)])
        self.assertEqual(lines, set())
        return picture

    def test_the_articles_network(self):
        picture = self.check([2, 3], ARTICLE)
        self.assertEqual(picture.title,
                         "inputs: 2, 3; hidden layer: 5, 1; output layer: 9")
        self.assertEqual(
            [text for text, _, y, _, _ in picture.texts if y < 25],
            ["inputs", "hidden layer", "output layer"])
        self.assertEqual([dash for _, _, _, dash in picture.circles],
                         [None] * 5)

    def test_a_node_that_is_switched_off(self):
        picture = self.check([5, 3], ARTICLE)
        self.assertEqual([bool(dash) for _, _, _, dash in picture.circles],
                         [False, False, False, True, False])
        self.assertIn("was -2", [text[0] for text in picture.texts])
        self.check([2, 3], [[[1, 1], [3, -2]], [[0, 0]]])     # a sum of 0
        self.check([5, 3], ARTICLE, None, identity)
        self.check([5, 3], [[[1, -2], [2, 1]], [[2, -1]]], [[1, -12], [-3]])

    def overlap(self, a, b):
        return (2 * abs(a[1] - b[1]) < a[3] + b[3]
                and 2 * abs(a[2] - b[2]) < a[4] + b[4])

    def test_every_label_can_be_read(self):
        rng = random.Random(5)
        for sizes in [(1, 1), (2, 2, 1), (3, 3, 2), (4, 4, 4, 2), (4, 4, 4, 4),
                      (4, 1, 4), (1, 4, 2), (2, 4, 1, 3), (6, 7, 5)]:
            for numbers in [-12], [1, -2, 3], [-12, -2.25], [-2.25]:
                weights = [[[rng.choice(numbers) for _ in range(before)]
                            for _ in range(nodes)]
                           for before, nodes in zip(sizes, sizes[1:])]
                biases = rng.choice([None, [
                    [rng.choice(numbers) for _ in nodes]
                    for nodes in weights]])
                inputs = [rng.randint(1, 5) for _ in range(sizes[0])]
                picture = Picture(draw(inputs, weights, biases))
                boxes = picture.texts
                for k, box in enumerate(boxes):
                    text, x, y, width, height = box
                    for other in boxes[:k]:
                        self.assertFalse(self.overlap(box, other),
                                         (box, other))
                    self.assertGreaterEqual(x - width / 2, 0)
                    self.assertGreaterEqual(y - height / 2, 0)
                    self.assertLessEqual(x + width / 2, picture.width)
                    self.assertLessEqual(y + height / 2, picture.height)
                    for circle in picture.circles:
                        if text not in picture.inside(circle):
                            self.assertFalse(self.overlap(box, (
                                "", circle[0], circle[1], 2 * circle[2],
                                2 * circle[2])), (box, circle))

    def test_larger_networks_are_drawn_all_the_same(self):
        rng = random.Random(6)
        weights = [[[rng.uniform(-1, 1) for _ in range(30)]
                    for _ in range(20)], [[1] * 20] * 3]
        picture = Picture(draw([1] * 30, weights))
        self.assertEqual(list(map(len, picture.columns())), [30, 20, 3])
        self.assertEqual(len(picture.lines), 30 * 20 + 20 * 3)
        shown = {text for text, _, _, _, _ in picture.texts}
        for node in weights[0]:
            for weight in node:
                self.assertIn(f"{weight:.6g}", shown)

    def test_blank(self):
        weights, biases = [[[7, 8], [-17, 18]], [[27, -28]]], [[1, -2], [3]]
        svg = draw([2, 3], weights, biases, blank=True)
        picture = Picture(svg)
        self.assertEqual([list(map(picture.inside, column))
                          for column in picture.columns()],
                         [[["2"], ["3"]], [[], []], [[]]])
        self.assertEqual(picture.title,
                         "inputs: 2, 3; hidden layer: ?, ?; output layer: ?")
        shown = sorted(text for text, _, _, _, _ in picture.texts)
        self.assertEqual(shown, sorted(
            ["inputs", "hidden layer", "output layer", "2", "3", "7", "8",
             "-17", "18", "27", "-28", "bias 1", "bias -2", "bias 3",
             "node_0", "node_1", "node_0"]))
        self.assertNotIn("dash", draw([5, 3], ARTICLE, blank=True))

    def test_it_stands_alone(self):
        svg = draw([2, 3], ARTICLE)
        svg.encode("ascii")
        self.assertTrue(svg.startswith("<svg xmlns="))
        names = {e.tag.split("}")[1] for e in ElementTree.fromstring(
            svg).iter()}
        self.assertEqual(names, {"svg", "title", "rect", "line", "text",
                                 "circle"})
        for word in "href", "url(", "<style", " id=", "class=":
            self.assertNotIn(word, svg)

    def test_the_measures(self):
        """The pictures that were looked at, in numbers."""
        def rows(*network):
            root = ElementTree.fromstring(draw(*network))
            for e in root:
                kind = e.tag.split("}")[1]
                names = {"circle": ("cx", "cy", "r"),
                         "line": ("x1", "y1", "x2", "y2"),
                         "rect": ("x", "y", "width", "height"),
                         "text": ("x", "y", "font-size")}.get(kind, ())
                if names and e.get(names[0]):
                    yield " ".join([kind] + [e.get(name) for name in names]
                                   + ([e.text] if e.text else []))

        self.assertEqual(list(rows([1000.25], [[[-1234.5]]])), [
            "line 140.5 121.6 365.5 121.6",
            "text 140.5 22 16 inputs",
            "circle 140.5 121.6 67.6",
            "text 140.5 127.6 16 1000.25",
            "text 365.5 22 16 output layer",
            "rect 220.66 112.6 64.68 17.5",
            "text 253 126.6 14 -1234.5",
            "circle 365.5 121.6 67.6",
            "text 365.5 127.6 16 -1.23481e+06",
            "rect 341.74 36 47.52 15",
            "text 365.5 48 12 node_0"])
        network = [1], [[[-1234.5]], [[2]]], [[0.25], [0]]
        self.assertEqual(list(rows(*network)), [
            "line 120.9 94 306.7 94",
            "line 306.7 94 492.5 94",
            "text 120.9 22 16 inputs",
            "circle 120.9 94 24",
            "text 120.9 100 16 1",
            "text 306.7 22 16 hidden layer",
            "rect 181.46 85 64.68 17.5",
            "text 213.8 99 14 -1234.5",
            "circle 306.7 94 24",
            "text 306.7 100 16 0",
            "rect 282.94 52 47.52 15",
            "text 306.7 64 12 node_0",
            "rect 271.06 121 71.28 15",
            "text 306.7 133 12 bias 0.25",
            "rect 259.18 137 95.04 15",
            "text 306.7 149 12 was -1234.25",
            "text 492.5 22 16 output layer",
            "rect 394.98 85 9.24 17.5",
            "text 399.6 99 14 2",
            "circle 492.5 94 24",
            "text 492.5 100 16 0",
            "rect 468.74 52 47.52 15",
            "text 492.5 64 12 node_0",
            "rect 468.74 121 47.52 15",
            "text 492.5 133 12 bias 0"])
        for network, box in [
                (([2, 3], ARTICLE), "0 0 506.8 212"),
                (([5, 3], ARTICLE), "0 0 506.8 244"),
                (([1, 2, 3, 4], [[[1, -2, 3, -4]] * 3, [[1, 1, 1]]]),
                 "0 0 599.4 444"),
                (([1] * 5, [[[10] * 5] * 5, [[10] * 5]]), "0 0 708.4 644"),
                (([1] * 31, [[[1] * 31]]), "0 0 1399.1 19264"),
                (([1] * 30, [[[1] * 30]]), "0 0 1399.1 18644"),
                (([5, 3], ARTICLE, [[0, 1], [-12.25]]), "0 0 579.2 280.8"),
                (([1], [[[-1234.5]], [[2]]], [[0.25], [0]]), "0 0 613.4 160")]:
            self.assertEqual(ElementTree.fromstring(draw(*network)).get(
                "viewBox"), box)

    def test_numbers_with_odd_names_keep_it_valid(self):
        class Odd(float):
            def __add__(self, other):
                return self
            __radd__ = __mul__ = __rmul__ = __add__

            def __format__(self, form):
                return "<&>"
        picture = Picture(draw([Odd(1)], [[[1]]]))
        self.assertIn("<&>", [text[0] for text in picture.texts])
        self.assertIn("<&>", picture.title)


class Page(HTMLParser):
    """The sections of a page: their text and their pictures."""

    def __init__(self, page):
        super().__init__()
        self.open, self.sections = [], []
        self.feed(page)
        pictures = iter(re.findall("<svg.*?</svg>", page, re.DOTALL))
        for section in self.sections:
            if "svg" in section:
                section["picture"] = Picture(next(pictures))

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        if tag == "section":
            self.sections.append({"li": []})
        if tag == "li":
            self.sections[-1]["li"].append("")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if not self.sections:
            return
        if "li" in self.open:
            self.sections[-1]["li"][-1] += data
        else:
            for tag in {"svg", "pre", "span", "p"} & set(self.open):
                self.sections[-1][tag] = (self.sections[-1].get(tag, "")
                                          + data)


class Handout(unittest.TestCase):

    def sheets(self, *arguments):
        """Return (inputs, weights, key) of each sheet, as a student reads."""
        sections = Page(handout(*arguments)).sections
        sheets = []
        for section, key in zip(sections, sections[-1]["li"]):
            lines = section["pre"].splitlines()
            weights, inputs = [], None
            for line in lines:
                if "layer" in line:
                    weights.append([])
                elif line.startswith("node_"):
                    self.assertEqual(line.split(":")[0],
                                     f"node_{len(weights[-1])}")
                    left, right = line.split(": ")[1].split(" = ")
                    self.assertEqual(right, "____")
                    factors = [term.split("*") for term in left.split(" + ")]
                    weights[-1].append([int(w.strip("()"))
                                        for _, w in factors])
                    if len(weights) == 1:
                        inputs = [int(x) for x, _ in factors]
                    else:
                        self.assertEqual({x for x, _ in factors}, {"____"})
            self.assertEqual(lines[0], "inputs: " + str(inputs)[1:-1])
            self.assertEqual(lines[-1], "output: " + ", ".join(
                "____" for _ in weights[-1]))
            self.assertEqual(
                [line for line in lines if "relu" in line],
                ["        relu(____) = ____"] * sum(map(len, weights[:-1])))
            picture = section["picture"]
            self.assertEqual(
                [[picture.inside(c) for c in column]
                 for column in picture.columns()],
                [[[str(x)] for x in inputs]] + [[[]] * len(nodes)
                                                for nodes in weights])
            columns = picture.columns()
            for k, nodes in enumerate(weights):
                for i, node in enumerate(nodes):
                    for j, weight in enumerate(node):
                        line = columns[k][j][:2] + columns[k + 1][i][:2]
                        self.assertEqual(picture.on(line), [str(weight)])
            sheets.append((inputs, weights, key))
        self.assertEqual(len(sections), len(sheets) + 1)
        return sheets

    def test_the_sheets_and_the_key(self):
        for sizes in (2, 2, 1), (3, 3, 2), (4, 4, 4, 2), (2, 1, 2, 1):
            seen = set()
            for inputs, weights, key in self.sheets(12, 3, sizes):
                seen.add(str((inputs, weights)))
                values = layer_values(inputs, weights)
                self.assertEqual(tuple(map(len, values)), sizes)
                sums = [layer(vector, nodes)
                        for vector, nodes in zip(values, weights)]
                names = (["hidden layer", "output layer"] if len(sums) == 2
                         else ["hidden layer 0", "hidden layer 1",
                               "output layer"])
                self.assertEqual(key, "; ".join(
                    name + ": " + ", ".join(
                        str(x) if x == value else f"{value} (was {x})"
                        for x, value in zip(before, vector))
                    for name, before, vector in zip(names, sums, values[1:])))
                hidden = [x for vector in sums[:-1] for x in vector]
                self.assertTrue(min(hidden) < 0 < max(hidden))
                self.assertNotIn(0, sums[-1])
                for vector in [inputs] + sums:
                    self.assertLessEqual(max(map(abs, vector)), 12)
                    self.assertTrue(len(vector) == 1 or len(set(vector)) > 1)
                for vector in sums[:-1]:
                    self.assertTrue(max(vector) > 0 and (
                        len(vector) == 1 or min(vector) < 0))
                for nodes in weights:
                    for node in nodes:
                        self.assertLessEqual(set(node),
                                             {-3, -2, -1, 1, 2, 3})
                self.assertLessEqual(set(inputs), {1, 2, 3, 4, 5})
            self.assertEqual(len(seen), 12)

    def test_the_numbers_come_in_all_sizes(self):
        sheets = self.sheets(60, 1)
        self.assertEqual({x for inputs, _, _ in sheets for x in inputs},
                         {1, 2, 3, 4, 5})
        self.assertEqual({weight for _, weights, _ in sheets
                          for nodes in weights for node in nodes
                          for weight in node}, {-3, -2, -1, 1, 2, 3})
        self.assertEqual({abs(x) for inputs, weights, _ in sheets
                          for x in layer(inputs, weights[0])},
                         set(range(1, 13)))

    def test_many_sheets_all_differ(self):
        sheets = re.findall("<pre.*?</pre>", handout(400, 5, (1, 2, 1)),
                            re.DOTALL)
        self.assertEqual(len(set(sheets)), 401)

    def test_what_else_is_on_a_sheet(self):
        sections = Page(handout(3, 7)).sections
        for number, section in enumerate(sections[:-1], 1):
            self.assertEqual(section["span"], f"Sheet {number} of 3")
            self.assertRegex(section["p"], "^Name: _{36} .* Date: _{16}[^_]")
            self.assertIn("relu gives 0 for a negative number, and the "
                          "number itself otherwise", section["p"])
        self.assertEqual(sections[-1]["span"], "Seed 7")
        headings = re.findall("<b>(.*?)</b>", handout(1, 7))
        self.assertEqual(headings, ["hidden layer", "output layer"])

    def test_the_same_seed_gives_the_same_page_everywhere(self):
        self.assertEqual(Page(handout(3, 7)).sections[-1]["li"], [
            "hidden layer: 0 (was -1), 1; output layer: 1",
            "hidden layer: 0 (was -12), 5; output layer: -10",
            "hidden layer: 0 (was -11), 3; output layer: 3"])
        self.assertEqual(handout(3, 7), handout(3, 7))
        self.assertEqual(self.sheets(3, 7), self.sheets(5, 7)[:3])

    def test_the_page_says_how_to_make_it_again(self):
        for arguments in (), (2,), (2, 9, [3, 2, 4]):
            page = handout(*arguments)
            words = shlex.split(Page(page).sections[-1]["pre"])
            self.assertEqual(words[:3], ["python", "neuralbasics.py",
                                         "handout"])
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                self.assertEqual(main(words[2:] + ["-o", "-"]), 0)
            self.assertEqual(out.getvalue(), page + "\n")
        self.assertGreater(len({handout() for _ in range(9)}), 1)
        self.assertEqual(handout().count("<section"), 2)

    def test_a_drawn_seed_has_six_digits_at_most(self):
        for _ in range(20):
            seed = Page(handout()).sections[-1]["span"].split()[-1]
            self.assertRegex(seed, "^[0-9]{1,6}$")

    def test_it_is_one_page_a_sheet(self):
        page = handout(2, 7)
        page.encode("ascii")
        for rule in ["section { break-after: page }", "@page { margin: 12mm }",
                     "svg { display: block; max-height: 78mm; width: 100% }"]:
            self.assertIn(rule, page)
        # The lines share 120 of the 255 mm that US Letter leaves.
        for sizes, height in ((2, 2, 1), "11.00"), ((4, 4, 4, 2), "5.22"):
            self.assertIn(f'<pre style="line-height: {height}mm; '
                          'font-size: 4.20mm">', handout(1, 7, sizes))
        for sizes, style in [
                ((9, 2, 1), "line-height: 11.00mm; font-size: 3.57mm"),
                ((2, 6, 6, 1), "line-height: 4.00mm; "
                 "font-size: 3.67mm")]:
            self.assertIn(f'<pre style="{style}">', handout(1, 7, sizes))

    def test_what_does_not_make_sense(self):
        whole = " must be a whole number from "
        for message, arguments in [
                ("copies" + whole + "1 on, not 0", (0,)),
                ("copies" + whole + "1 on, not -1", (-1,)),
                ("copies" + whole + "1 on, not '3'", ("3",)),
                ("copies" + whole + "1 on, not 2.0", (2.0,)),
                ("seed" + whole + "0 on, not 'a'", (1, "a")),
                ("seed" + whole + "0 on, not -1", (1, -1)),
                ("sizes[1]" + whole + "1 on, not 0", (1, 7, (2, 0, 1))),
                ("sizes[2]" + whole + "1 on, not 1.5", (1, 7, (2, 2, 1.5))),
                ("sizes must be a list of numbers, not 3", (1, 7, 3)),
                ("sizes must be a list of numbers, not {2}", (1, 7, {2})),
                ("sizes must be inputs, hidden nodes and outputs, with 2 "
                 "nodes or more in a hidden layer, not ()", (1, 7, ())),
                ("sizes must be inputs, hidden nodes and outputs, with 2 "
                 "nodes or more in a hidden layer, not (2, 1)",
                 (1, 7, (2, 1))),
                ("sizes must be inputs, hidden nodes and outputs, with 2 "
                 "nodes or more in a hidden layer, not (3, 1, 3)",
                 (1, 7, (3, 1, 3))),
                ("found only 2152 different sheets",
                 (9999, 7, (1, 2, 1)))]:
            with self.assertRaises(ValueError) as caught:
                handout(*arguments)
            self.assertEqual(str(caught.exception), message)


class CommandLine(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(folder.name)

    def run_main(self, *words):
        """Return status, standard output and standard error of a command."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                status = main(list(words))
            except SystemExit as stop:
                status = stop.code
        return status, out.getvalue(), err.getvalue()

    def refused(self, message, *words):
        self.assertEqual(self.run_main(*words),
                         (2, "", f"neuralbasics: {message}\n"))

    def write(self, text, name="net.json"):
        with open(name, "wb") as file:
            file.write(text.encode("utf-8"))

    def test_explain(self):
        article = explain([2, 3], ARTICLE) + "\n"
        self.assertEqual(self.run_main(), (0, article, ""))
        self.assertEqual(self.run_main("explain"), (0, article, ""))
        self.assertEqual(self.run_main("explain", "4", "-1"),
                         (0, explain([4, -1], ARTICLE) + "\n", ""))
        self.assertEqual(self.run_main("explain", "0.5", "-.25")[1],
                         explain([0.5, -0.25], ARTICLE) + "\n")
        self.assertIn("inputs: 100000000000000000001, 1\n", self.run_main(
            "explain", "100000000000000000001", "1")[1])

    def test_a_network_from_a_file(self):
        self.write('{"weights": [[[1, 1], [-1, 1.5]], [[2, -1]]],'
                   ' "biases": [[1, 2], [3]], "inputs": [6, 3]}')
        weights, biases = [[[1, 1], [-1, 1.5]], [[2, -1]]], [[1, 2], [3]]
        for words, inputs in [([], [6, 3]), (["4", "-1"], [4, -1])]:
            self.assertEqual(
                self.run_main("explain", "--network", "net.json", *words),
                (0, explain(inputs, weights, biases) + "\n", ""))
        self.write('\ufeff{"weights": [[[-1]], [[2]]], "biases": null,'
                   ' "activation": "identity"}')
        self.assertEqual(
            self.run_main("explain", "--network", "net.json", "3")[1],
            explain([3], [[[-1]], [[2]]], None, identity) + "\n")
        self.write('{"weights": [[[-1]], [[2]]], "activation": "relu"}')
        self.assertIn(
            "relu(-3) = 0\n",
            self.run_main("explain", "--network", "net.json", "3")[1])

    def test_help_and_version(self):
        self.assertEqual(self.run_main("--version"),
                         (0, f"neuralbasics {neuralbasics.__version__}\n", ""))
        status, out, err = self.run_main("--help")
        self.assertEqual((status, err), (0, ""))
        self.assertIn("--version", out)
        self.assertIn("show every step from the inputs to the output", out)
        self.assertIn("--network FILE", self.run_main("explain", "--help")[1])

    def test_words_that_do_not_fit(self):
        self.refused("argument inputs: invalid number value: 'four'",
                     "explain", "four", "1")
        self.refused("weights[0][0] has length 2, but inputs has length 3",
                     "explain", "1", "2", "3")
        status, out, err = self.run_main("teach")
        self.assertEqual((status, out, err.count("\n")), (2, "", 1))
        self.assertIn("'teach'", err)

    def test_files_that_do_not_fit(self):
        os.mkdir("folder")
        for name, reason in [("none.json", "No such file or directory"),
                             ("folder", "Is a directory")]:
            if os.name == "posix":
                self.refused(f"{name}: {reason}",
                             "explain", "--network", name, "1")
        for text, message in [
                ("[" * 100000, "net.json is nested too deeply"),
                ('{"weights":' + "[" * 100000 + "]" * 100000 + "}",
                 "net.json is nested too deeply"),
                ("{}", 'net.json must hold an object with "weights"'),
                ('["weights"]', 'net.json must hold an object with "weights"'),
                ('{"weights": [[[1]]], "bias": [[1]]}',
                 'net.json holds \'bias\', but only "weights", "biases", '
                 '"inputs" and "activation" are known'),
                ('{"weights": [[[1]]], "activation": "tanh"}',
                 'net.json: activation must be "relu" or "identity", '
                 "not 'tanh'"),
                ('{"weights": [[[1]]], "activation": ["relu"]}',
                 'net.json: activation must be "relu" or "identity", '
                 "not ['relu']"),
                ('{"weights": [[["1"]]]}',
                 "weights[0][0][0] is '1', not a number"),
                ('{"weights": [[1]]}',
                 "weights[0][0] must be a list of numbers, not 1"),
                ('{"weights": [[[1' + 400 * "0" + "]], [[0.5]]]}",
                 "int too large to convert to float")]:
            self.write(text)
            self.refused(message, "explain", "--network", "net.json", "1")
        self.write('{"weights": [[[1]]]}')
        self.refused("net.json holds no inputs: give them on the command line",
                     "explain", "--network", "net.json")
        with open("net.json", "wb") as file:
            file.write(b'{"weights": "\xff"}')
        for text in None, "no\nJSON":
            if text:
                self.write(text)
            status, out, err = self.run_main("explain", "--network",
                                             "net.json", "1")
            self.assertEqual((status, out, err.count("\n")), (2, "", 1))
            self.assertIn("neuralbasics: net.json is not JSON in UTF-8: ", err)

    def read(self, name):
        with open(name, "rb") as file:
            return file.read().decode("utf-8")

    def test_draw_and_handout_make_files(self):
        self.write('{"weights": [[[-1]], [[2]]], "activation": "identity"}')
        network = [3], [[[-1]], [[2]]], None, identity
        for words, name, text in [
                (["draw"], "network.svg", draw([2, 3], ARTICLE)),
                (["draw", "4", "-1", "-o", "a.svg"], "a.svg",
                 draw([4, -1], ARTICLE)),
                (["draw", "--blank", "-o", "b.svg"], "b.svg",
                 draw([2, 3], ARTICLE, blank=True)),
                (["draw", "--network", "net.json", "3", "-o", "c.svg"],
                 "c.svg", draw(*network)),
                (["handout", "--seed", "7"], "handout.html", handout(1, 7)),
                (["handout", "--copies", "2", "--seed", "8", "--layers", "3",
                  "3", "2", "-o", "d.html"], "d.html",
                 handout(2, 8, [3, 3, 2]))]:
            message = f"{name} is ready: open it in a browser and print it"
            self.assertEqual(self.run_main(*words), (0, message + "\n", ""))
            self.assertEqual(self.read(name), text + "\n")
            status, out, err = self.run_main(*words)
            self.assertEqual((status, out, err), (
                2, "", f"neuralbasics: {name} exists: choose another name "
                "with -o\n"))
            self.assertEqual(self.read(name), text + "\n")
            words = [word for word in words if word not in ("-o", name)]
            self.assertEqual(self.run_main(*words, "-o", "-"),
                             (0, text + "\n", ""))
        self.assertIn("1 of 1<", self.run_main("handout", "-o", "-")[1])

    def test_drawings_and_handouts_that_cannot_be(self):
        for words, message in [
                (["handout", "--copies", "0"],
                 "copies must be a whole number from 1 on, not 0"),
                (["handout", "--layers", "3"], "sizes must be inputs, hidden "
                 "nodes and outputs, with 2 nodes or more in a hidden layer, "
                 "not [3]"),
                (["handout", "--copies", "some"],
                 "argument --copies: invalid int value: 'some'"),
                (["handout", "--layers", "2", "two", "1"],
                 "argument --layers: invalid int value: 'two'"),
                (["handout", "--seed", "x"],
                 "argument --seed: invalid int value: 'x'"),
                (["draw", "1"],
                 "weights[0][0] has length 2, but inputs has length 1"),
                (["draw", "-o", os.path.join("none", "a.svg")],
                 os.path.join("none", "a.svg")
                 + ": No such file or directory"),
                (["handout", "-o", os.path.join("none", "a.html")],
                 os.path.join("none", "a.html")
                 + ": No such file or directory")]:
            self.refused(message, *words)
        self.assertEqual(os.listdir("."), [])

    @unittest.skipUnless(os.name == "posix", "needs a limit on a file's size")
    def test_no_half_a_file_is_left_on_a_full_disk(self):
        import resource
        done = self.process(
            "handout", "--copies", "30", stdout=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(
                resource.RLIMIT_FSIZE, (9000, 9000)))
        self.assertEqual(
            (done.returncode, done.stdout, done.stderr),
            (2, "", "neuralbasics: handout.html: File too large\n"))
        self.assertEqual(os.listdir("."), [])

    def process(self, *words, **options):
        environment = dict(os.environ)
        environment.pop("PYTHONUNBUFFERED", None)   # as most people have it
        return subprocess.run(
            [sys.executable, MODULE] + list(words), stderr=subprocess.PIPE,
            env=environment, universal_newlines=True, **options)

    def test_as_a_program(self):
        done = self.process("explain", "4", "-1", stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(done.stdout, explain([4, -1], ARTICLE) + "\n")
        done = self.process("explain", "4", stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout), (2, ""))

    @unittest.skipUnless(os.name == "posix", "pipes end otherwise elsewhere")
    def test_a_closed_pipe_ends_quietly(self):
        for words in [], ["--help"]:
            read, write = os.pipe()
            os.close(read)
            done = self.process(*words, stdout=write)
            os.close(write)
            self.assertEqual((done.returncode, done.stderr), (0, ""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "no full disk at hand")
    def test_a_full_disk_is_told(self):
        for words in [], ["--help"], ["--version"]:
            with open("/dev/full", "w") as full:
                done = self.process(*words, stdout=full)
            self.assertEqual(
                (done.returncode, done.stderr),
                (2, "neuralbasics: standard output: "
                 "No space left on device\n"))


@unittest.skipUnless(os.path.exists(README), "no README at hand")
class Readme(unittest.TestCase):

    setUp = CommandLine.setUp
    run_main = CommandLine.run_main

    @classmethod
    def setUpClass(cls):
        with open(README, encoding="utf-8") as file:
            cls.text = file.read()

    def blocks(self, kind):
        return [block for name, block in re.findall(
            "^```(.*?)\n(.*?)^```$", self.text, re.DOTALL | re.MULTILINE)
            if name == kind]

    def test_what_it_prints(self):
        plain = self.blocks("")
        self.assertEqual(plain[0], self.run_main()[1])
        sheet = re.search("<pre.*?>(.*?)</pre>", handout(30, 7), re.DOTALL)
        self.assertEqual(plain[1],
                         re.sub("</?b>", "", sheet.group(1)) + "\n")
        self.assertIn("no node's value is above 12 or below -12", self.text)

    def test_the_graph(self):
        (graph,) = self.blocks("mermaid")
        values = {name: int(x) for name, x in re.findall(
            r"([iho][0-9])\(\((-?[0-9]+)\)\)", graph)}
        lines = {(a, b): int(weight) for a, weight, b in re.findall(
            r"([ih][0-9])\S* -- (-?[0-9]+) --> ([ho][0-9])", graph)}
        inputs = [values["i0"], values["i1"]]
        weights = [[[lines["i0", node], lines["i1", node]]
                    for node in ("h0", "h1")],
                   [[lines["h0", "o0"], lines["h1", "o0"]]]]
        self.assertEqual((inputs, weights), ([2, 3], ARTICLE))
        self.assertEqual([values["h0"], values["h1"]],
                         layer_values(inputs, weights)[1])
        self.assertEqual([values["o0"]], forward(inputs, weights))

    def test_the_table_of_functions(self):
        calls = re.findall(r"^\| `(\w+\(.*?\))` \|", self.text, re.MULTILINE)
        self.assertEqual(calls, [
            name + re.sub("<function ([a-z]+) at .*?>", r"\1", str(
                inspect.signature(getattr(neuralbasics, name))))
            for name in neuralbasics.__all__])

    def test_every_command_works(self):
        (network,) = self.blocks("json")
        with open("net.json", "w") as file:
            file.write(network)
        commands = re.findall("python neuralbasics.py([^`\n]*)[`\n]",
                              self.text)
        self.assertGreater(len(commands), 9)
        for command in commands:
            status, out, err = self.run_main(*shlex.split(command))
            self.assertEqual((status, err), (0, ""), command)
        self.assertEqual(
            self.run_main("explain", "--network", "net.json")[1],
            explain([2, 3], ARTICLE, [[0, 0], [1]]) + "\n")

    def snippet(self, word, **names):
        (code,) = [code for code in self.blocks("python") if word in code]
        exec(code, names)
        return names

    def test_a_network_from_scikit_learn(self):
        class Matrix:
            def __init__(self, rows):
                self.rows = rows

            @property
            def T(self):
                return Matrix([list(column) for column in zip(*self.rows)])

            def tolist(self):
                return self.rows

        for activation in "relu", "identity":
            # Its matrices have a row for each input.
            model = types.SimpleNamespace(
                coefs_=[Matrix([[1, -1, 0], [1, 1, 2]]),
                        Matrix([[2], [-1], [3]])],
                intercepts_=[Matrix([1, -5, 0]), Matrix([0.5])],
                activation=activation)
            self.snippet("coefs_", model=model)
            outputs = {"relu": 30.5, "identity": 34.5}[activation]
            self.assertIn(f"\noutput: {outputs}\n", self.run_main(
                "explain", "--network", "net.json", "2", "3")[1])
            names = self.snippet("yours go here")
            self.assertEqual(names["inputs"], [0, 0])
            self.assertEqual(names["outputs"], forward(
                [0, 0], [[[1, 1], [-1, 1], [0, 2]], [[2, -1, 3]]],
                [[1, -5, 0], [0.5]], names["activation"]))

    def test_a_network_from_pytorch(self):
        class Linear:
            def __init__(self, weight, bias):
                self.weight = array_like(weight)
                self.bias = bias and array_like(bias)
                self.out_features = len(weight)

        def array_like(rows):
            return types.SimpleNamespace(tolist=lambda: rows)

        torch = types.ModuleType("torch")
        torch.nn = types.SimpleNamespace(Linear=Linear)
        sys.modules["torch"], before = torch, sys.modules.get("torch")
        try:
            self.snippet("nn.Linear", model=[
                Linear([[1, 1], [-1, 1]], [1, -5]), "relu",
                Linear([[2, -1]], None)])
        finally:
            del sys.modules["torch"]
            if before:
                sys.modules["torch"] = before
        self.assertEqual(
            self.run_main("explain", "--network", "net.json", "2", "3"),
            (0, explain([2, 3], ARTICLE, [[1, -5], [0]]) + "\n", ""))

    def test_the_slope_in_the_example_of_micrograd(self):
        self.assertIn("# 9, and 4:", self.text)
        more = [[[1.25, 1], [-1, 1]], [[2, -1]]]
        self.assertEqual(forward([2, 3], ARTICLE), [9])
        self.assertEqual(forward([2, 3], more), [9 + 4 * 0.25])


class File(unittest.TestCase):

    def test_it_prints_everywhere(self):
        with open(MODULE, "rb") as file:
            lines = file.read().decode("ascii").splitlines()
        self.assertEqual([line for line in lines if len(line) > 79], [])
        self.assertEqual(lines[0], "# SPDX-License-Identifier: MIT-0")

    def test_it_imports_only_math_and_operator(self):
        done = subprocess.run(
            [sys.executable, "-c", "import sys; before = set(sys.modules); "
             "import neuralbasics; print(*set(sys.modules) - before)"],
            cwd=HERE, stdout=subprocess.PIPE, universal_newlines=True)
        self.assertLessEqual(set(done.stdout.split()), {
            "neuralbasics", "math", "operator", "_operator"})
        self.assertIn("neuralbasics", done.stdout)

    def test_it_has_no_annotations(self):
        with open(MODULE, encoding="ascii") as file:
            tree = ast.parse(file.read())
        for node in ast.walk(tree):
            self.assertNotIsInstance(node, ast.AnnAssign)
            self.assertIsNone(getattr(node, "annotation", None))
            self.assertIsNone(getattr(node, "returns", None))

    @unittest.skipIf(sys.flags.optimize > 1, "python -OO has no docstrings")
    def test_every_public_name_has_an_example(self):
        found = {test.name.split(".")[-1]: len(test.examples)
                 for test in doctest.DocTestFinder().find(neuralbasics)}
        for name in neuralbasics.__all__:
            self.assertGreaterEqual(found[name], 1, name)
        self.assertGreaterEqual(sum(found.values()), 20)


if __name__ == "__main__":
    unittest.main()
