"""Tests of neuralbasics.py: python -m unittest"""
import ast
import contextlib
import doctest
import hashlib
import html
import inspect
import io
import itertools
import json
import math
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
from unittest import mock
from xml.etree import ElementTree

import neuralbasics
from neuralbasics import (
    dot, draw, explain, forward, handout, identity, layer, layer_values, main,
    relu)

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.join(HERE, "neuralbasics.py")
README = os.path.join(HERE, "README.md")
ARTICLE = [[[1, 1], [-1, 1]], [[2, -1]]]
SIZES = list(itertools.product((2, 3), (2, 3), (1, 2)))
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


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def random_network(rng, number, biases=True, sizes=None):
    """Return inputs, a network and biases, of a random shape if need be."""
    sizes = sizes or [rng.randint(1, 4) for _ in range(rng.randint(2, 4))]
    network = [[[number() for _ in range(before)] for _ in range(nodes)]
               for before, nodes in zip(sizes, sizes[1:])]
    return [number() for _ in range(sizes[0])], network, [
        [number() for _ in nodes] for nodes in network] if biases else None


def all_sums(inputs, network, biases=None, floor=0):
    """Return the exact sums of all nodes, worked out from the output back.

    No hidden node's value is below `floor`: 0 with relu.
    """
    def node_sum(at, node):
        total = Fraction(biases[at][node] if biases and biases[at] else 0)
        for before, weight in enumerate(network[at][node]):
            total += Fraction(weight) * (max(
                node_sum(at - 1, before), floor) if at
                else Fraction(inputs[before]))
        return total
    return [[node_sum(at, node) for node in range(len(nodes))]
            for at, nodes in enumerate(network)]


class Story(unittest.TestCase):
    """What the lesson claims, on other customers than its own."""

    text = neuralbasics.__doc__ or ""

    def added(self, age, balance, network=ARTICLE, biases=None):
        """Return what another thousand adds to the answer."""
        (before,), (after,) = [forward([age, b], network, biases)
                               for b in (balance, balance + 1)]
        return after - before

    def test_the_switch_and_what_another_thousand_adds(self):
        steps = [Fraction(number, 4) for number in range(0, 60, 3)]
        for age, balance in itertools.product(steps, steps):
            _, (first, second), _ = layer_values([age, balance], ARTICLE)
            self.assertEqual(first, age + balance)
            self.assertEqual(second, max(balance - age, 0))
            added = self.added(age, balance)
            if balance >= age or balance + 1 <= age:    # it stays on, or off
                self.assertEqual(added, 1 if balance >= age else 2)
            else:
                self.assertTrue(1 < added < 2)
            self.assertEqual(forward([age, balance], ARTICLE, None, identity),
                             [age * 3 + balance * 1])
            _, (_, second), _ = layer_values(
                [age, balance], ARTICLE, [[0, -2], [3]])
            self.assertEqual(second > 0, balance > age + 2)
        self.assertEqual([self.added(5, balance) for balance in range(9)],
                         [2] * 5 + [1] * 4)
        self.assertTrue(1 < self.added(5, 4.5) < 2)

    @unittest.skipUnless(text, "-OO leaves out the lesson")
    def test_the_step_that_is_followed_node_by_node(self):
        for age in 2, 5:
            (_, before, (a,)), (_, after, (b,)) = [
                layer_values([age, balance], ARTICLE) for balance in (3, 4)]
            for i, weight in enumerate(ARTICLE[1][0]):
                change = (after[i] - before[i]) * weight
                said = (f"node_{i}, from {before[i]} to {after[i]}, times "
                        f"{weight}: {change:+}") if change else (
                        f"node_{i}, stays {after[i]}: {change}")
                self.assertIn(said, re.sub(" +", " ", self.text))
            self.assertRegex(self.text, f"together: +{b - a}\\b")

    def test_without_relu_each_output_is_a_formula(self):
        rng = random.Random(2)
        for activation in identity, lambda x: 2 * x:
            for trial in range(50):
                inputs, *network = random_network(rng, lambda: Fraction(
                    rng.randint(-20, 20), 3), biases=trial % 2)
                zero = [0] * len(inputs)
                constant = forward(zero, *network, activation)
                if not trial % 2:
                    self.assertEqual(set(constant), {0})
                total = constant
                for i, x in enumerate(inputs):
                    one = zero[:i] + [1] + zero[i + 1:]
                    total = [t + x * (weight - c) for t, weight, c in zip(
                        total, forward(one, *network, activation), constant)]
                self.assertEqual(forward(inputs, *network, activation), total)

    def test_the_exercises(self):
        self.assertEqual([balance for balance in range(20)
                          if self.added(2, balance) == 2], [0, 1])
        self.assertEqual([balance for balance in range(20)
                          if self.added(5, balance) == 1], list(range(5, 20)))
        for age in range(9):
            self.assertEqual(
                [self.added(age, balance, [[[1, 0], [0, 1]], [[2, 1]]],
                            [[-3, -3], [0]]) for balance in range(9)],
                [0] * 3 + [1] * 6)
        network = [[[1, 2], [3, -1]], [[2, 1]]]
        for inputs, answers in ([2, 3], [19, 19]), ([1, 4], [18, 17]):
            one = forward(inputs, [[[5, 3]]])
            self.assertEqual(forward(inputs, network, None, identity), one)
            self.assertEqual(forward(inputs, network) + one, answers)

    def test_the_arithmetic_in_the_files(self):
        found = 0
        for path in filter(os.path.exists, [MODULE, README]):
            with open(path, encoding="utf-8") as file:
                text = file.read().replace("&minus;", "-")
            for piece in re.split("   +|, |\n|[.] ", text):
                for left, right in re.findall(
                        r"(?<!\w)([(0-9][-()0-9 +*]*)"
                        r" = (-?[0-9][0-9 +*]*)", piece):
                    if left.count("(") == left.count(")"):
                        self.assertEqual(eval(left), eval(right), left)
                        found += 1
        self.assertGreater(found, 20)

    @unittest.skipIf(sys.flags.optimize > 1, "-OO leaves out the examples")
    def test_the_examples_notice_a_wrong_function(self):
        def wrong(*_, **__):
            return 42
        for name in "dot relu identity layer layer_values forward".split():
            failures = 0
            for test in doctest.DocTestFinder().find(neuralbasics):
                if test.name in ("neuralbasics", "neuralbasics." + name):
                    test.globs[name] = wrong
                    with mock.patch.object(neuralbasics, name, wrong):
                        failures += doctest.DocTestRunner().run(
                            test, out=lambda text: None).failed
            self.assertGreater(failures, 0, name)


class Lesson(unittest.TestCase):

    def test_dot(self):
        for a, b, product in [([1, 2, 3], (4, 5, 6), 32), ((2,), [3], 6),
                              ([-7], [0.5], -3.5), ([], [], 0)]:
            self.assertEqual(dot(a, b), product)

    def test_relu_and_identity(self):
        for x, expected in [(3, 3), (0, 0), (1, 1), (-1, 0), (-0.25, 0),
                            (INFINITY, INFINITY), (-INFINITY, 0),
                            (Fraction(-1, 3), 0)]:
            self.assertEqual(relu(x), expected)
            self.assertIs(identity(x), x)
        self.assertTrue(math.isnan(relu(NAN)))      # max(0, NAN) would be 0
        self.assertTrue(math.isnan(*forward([NAN, 1], ARTICLE)))

    def test_random_networks_against_sums_done_backwards(self):
        rng = random.Random(1)
        for trial in range(200):
            inputs, network, biases = random_network(
                rng, lambda: Fraction(rng.randint(-20, 20), rng.randint(1, 6)),
                biases=trial % 2)
            if biases and trial % 3:
                biases[rng.randrange(len(biases))] = None
            sums = all_sums(inputs, network, biases)
            self.assertEqual(forward(inputs, network, biases), sums[-1])
            self.assertEqual(
                layer_values(inputs, network, biases, output_activation=relu),
                [inputs] + [[max(x, 0) for x in layer] for layer in sums])
        for _ in range(100):
            network = random_network(rng, lambda: rng.uniform(-2, 2))
            for value, exact in zip(forward(*network), all_sums(*network)[-1]):
                self.assertAlmostEqual(value, float(exact), places=9)

    def test_all_kinds_of_numbers_and_of_lists(self):
        big = 10 ** 40
        self.assertEqual(forward([big, 1], [[[1, 1]], [[3]]]), [3 * big + 3])
        self.assertEqual(repr(forward(
            (Decimal("0.1"), Decimal("0.2")), [((1, 1),)],
            ([Decimal("0.3")],))), "[Decimal('0.6')]")
        self.assertEqual(forward((2, 3), tuple(ARTICLE)), [9])
        self.assertEqual(        # numbers that have no order, like micrograd's
            forward([2j, 3], ARTICLE, activation=lambda x: x * x), [5 + 36j])
        self.assertEqual(layer([5, 3], ARTICLE[0], [1, 3], relu), [9, 1])
        self.assertEqual(layer([5, 3], ARTICLE[0], (1, 1)), [9, -1])

    def test_nothing_is_changed(self):
        network = [2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [[0, 1], None]
        before = json.dumps(network)
        explain(*network)
        draw(*network)
        forward(*network).append(0)
        self.assertEqual(json.dumps(network), before)


class Check(unittest.TestCase):

    def refused(self, message, call, **names):
        """Check that a call is refused with a message; return the message."""
        with self.assertRaises((TypeError, ValueError), msg=call) as caught:
            eval(call, globals(), names)
        self.assertRegex(str(caught.exception), message, call)
        self.assertEqual(type(caught.exception), TypeError
                         if "not a number" in message else ValueError)
        return str(caught.exception)

    def test_what_each_message_says(self):
        two, net = array("d", [2, 3]), [[[1]], [[1]]]
        for message, call in [
                ("2 .*1", "dot([2, 3], [1])"), ("2 .*3", "dot((2, 3), 'abc')"),
                ("2 .*3", "layer([2, 3], [[1, 1, 1]])"),
                ("2 .*1", "layer([2], [[1], [1]], [1])"),
                (r"^network\[0\]\[1\] has 1 weight, but there are 2 inputs$",
                 "forward([2, 3], [[[1, 1], [-1]], [[2, -1]]])"),
                (r"^network\[0\]\[0\] has 2 weights, but there is 1 input$",
                 "forward([2], ARTICLE)"),
                (r"^network\[1\]\[0\] has 3 weights, but network\[0\] gives "
                 "it 2 values$", "forward([2], [[[1], [1]], [[2, -1, 7]]])"),
                (r"\[1\]\[0\] has 2 weights, .*\[0\] gives it 1 value$",
                 "forward([2], [[[1]], [[1, 1]]])"),
                ("^inputs is empty", "forward([], [[[]]])"),
                ("^network is empty", "forward([2, 3], [])"),
                (r"^network\[1\] is empty", "forward([2, 3], [[[1, 1]], []])"),
                (r"^network\[0\]\[0\] is empty", "forward([2, 3], [[[]]])"),
                ("^biases .*1.*network has 2", "forward([2], net, [[1, 1]])"),
                ("^biases .*3.*network has 2", "forward([2], net, [1] * 3)"),
                ("^biases is empty", "forward([2], net, [])"),
                (r"^biases\[0\] .*3 .*network\[0\] has 1 ",
                 "forward([2], net, [[1, 1, 1], [1]])"),
                (r"^biases\[1\] is empty", "forward([2], net, [None, []])"),
                (r"^network\[0\]\[0\] is 1, not a list$",
                 "forward([2, 3], [[1, 1]])"),
                (r"^network\[0\] is 1, not a list$", "forward([2, 3], [1])"),
                ("^inputs is 2, not a list$", "forward(2, ARTICLE)"),
                ("^inputs is '23', not a list$", "forward('23', ARTICLE)"),
                ("^biases is <function relu.*, not a list$",
                 "forward([2], net, relu)"),
                (r"^network\[1\] is {0: .*, not a list$",
                 "forward([2], [[[1]], {0: [1]}])"),
                (r"^biases\[0\] is 'x+, not a list$",
                 "forward([2], net, [100 * 'x', [1]])"),
                (r"^inputs is .* list: use inputs.tolist\(\)$",
                 "forward(two, ARTICLE)"),
                (r" use network\[0\]\[0\].tolist\(\)$",
                 "forward([2, 3], [[two]])"),
                (r"^inputs\[1\] is '3', not a number",
                 "forward([2, '3'], ARTICLE)"),
                (r"^inputs\[0\] is \[2, 3\], not a number",
                 "forward([[2, 3], [5, 3]], ARTICLE)"),
                (r"^biases\[1\]\[0\] is None, not a number",
                 "forward([2], net, [[1], [None]])")]:
            said = self.refused(message, call, two=two, net=net)
            self.assertLess(len(said), 120)
            self.assertEqual("tolist" in said, "two" in call)

    def test_what_python_itself_refuses(self):
        def fussy(x):
            raise ArithmeticError("not today")
        for fault, *arguments in [
                (TypeError, [2, 3], [[[1, "2"]]]),
                (TypeError, [2, 3], ARTICLE, None, "relu"),
                (TypeError, [2, 3], ARTICLE, None, lambda x: None),
                (ArithmeticError, [2, 3], ARTICLE, None, fussy),
                (ArithmeticError, [2, 3], ARTICLE, None, relu, fussy)]:
            self.assertRaises(fault, forward, *arguments)

    def test_nothing_is_computed_before_everything_is_checked(self):
        calls = []
        for network, biases in [
                ([[[1, 1]], [[1, 1]]], None), (ARTICLE, [[1, 1], [1, 1]])]:
            with self.assertRaises(ValueError):
                forward([2, 3], network, biases, calls.append)
        self.assertEqual(calls, [])

    def test_garbled_networks_are_refused_alike(self):
        rng = random.Random(3)
        for _ in range(2000):
            network = list(random_network(rng, lambda: rng.randint(-3, 3)))
            self.assertEqual(forward(*network), all_sums(*network)[-1])
            part, at = network, rng.randrange(3)
            name = ["inputs", "network", "biases"][at]
            for depth in range(rng.randint(0, (0, 2, 1)[at])):
                part, at = part[at], rng.randrange(len(part[at]))
                name += f"[{at}]"
            if isinstance(part[at][0], list) or rng.random() < 0.5:
                part[at] = rng.choice([dict(enumerate(part[at])), 7, "ab",
                                       array("d", [2, 3]), []])
            elif name == "inputs":
                part[at] = rng.choice([["1"], [None], [[1]], [{}]])
                name = "inputs[0]"
            else:
                part[at].append(1)
            faults = set()
            for function in forward, explain, draw:
                with self.assertRaises((TypeError, ValueError)) as caught:
                    function(*network)
                faults.add(str(caught.exception))
            self.assertEqual(len(faults), 1)
            self.assertEqual(faults.pop().split(" ")[0], name)


class Explain(unittest.TestCase):

    def test_layers_steps_and_digits(self):
        self.assertEqual(explain(
            [1, -2], [[[1, -1]], [[-3]], [[2], [0]]], [[-4], [1], [0, -5]]),
            "inputs: 1, -2\n"
            "hidden layer 0\n"
            "    node_0: 1*1 + (-2)*(-1) + (-4) = -1\n"
            "            relu(-1) = 0\n"
            "hidden layer 1\n"
            "    node_0: 0*(-3) + 1 = 1\n"
            "            relu(1) = 1\n"
            "output layer\n"
            "    node_0: 1*2 = 2\n"
            "    node_1: 1*0 + (-5) = -5")
        for number, shown in [
                (0.1 + 0.2, "0.3"), (1.0, "1"), (-0.0, "0"), (1e-7, "1e-07"),
                (1234567.0, "1.23457e+06"), (1234567, "1234567"), (True, "1"),
                (10 ** 30, "1" + 30 * "0"), (Fraction(1, 3), "1/3"),
                (Decimal("0.10"), "0.10"), (2j, "2j"), (NAN, "nan")]:
            self.assertTrue(explain([number], [[[1]]]).startswith(
                f"inputs: {shown}\n"), shown)
        third = Fraction(1, 3)
        self.assertIn("(1/3)*(-1/2) + (1/6)*1 = 0", explain(
            [third, third / 2], [[[Fraction(-1, 2), 1]]]))

    def test_the_steps_of_activation_functions(self):
        nameless = mock.Mock(spec=[], side_effect=abs)
        for functions, steps in [
                ((), ["relu(-2) = 0", "relu(1) = 1"]),
                ((identity,), []), ((identity, identity), []),
                ((identity, relu), ["relu(-0.248) = 0"]),
                ((relu, sigmoid), ["relu(-2) = 0", "relu(1) = 1",
                                   "sigmoid(0.252) = 0.562669"]),
                ((nameless,), ["activation(-2) = 2", "activation(1) = 1"])]:
            text = explain([2], [[[-1], [0.5]], [[0.25, 0.252]]], None,
                           *functions)
            self.assertEqual(re.findall("^ {12}(.*)", text, re.M), steps)

    def test_random_networks_are_shown_as_they_are(self):
        rng = random.Random(4)
        for trial in range(120):
            inputs, network, biases = random_network(
                rng, [lambda: rng.randint(-9, 9),
                      lambda: Fraction(rng.randint(-9, 9), 7)][trial % 2],
                biases=trial % 4 < 2)
            sums = all_sums(inputs, network, biases)
            shown = re.findall("^    node_[0-9]+: (.*) = (.*)",
                               explain(inputs, network, biases), re.MULTILINE)
            self.assertEqual([result for _, result in shown],
                             list(map(str, sum(sums, []))))
            for (left, result), weights in zip(shown, sum(network, [])):
                self.assertEqual(re.findall(r"[*]\(?([^ )]+)", left),
                                 list(map(str, weights)))
                self.assertEqual(eval(re.sub(
                    "([0-9]+)", r"Fraction(\1)", left)), Fraction(result))


class Picture:
    """What somebody sees who looks at a picture that `draw` makes."""

    def __init__(self, svg):
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(
            float, self.root.get("viewBox").split())
        self.title = "".join(e.text for e in self.each("title"))
        self.circles = [tuple(float(e.get(name)) for name in ("cx", "cy", "r"))
                        for e in self.each("circle")]
        self.dashed = {circle for circle, e in zip(
            self.circles, self.each("circle")) if e.get("stroke-dasharray")}
        self.lines = [[tuple(map(float, point.split(",")))
                       for point in e.get("points").split()]
                      for e in self.each("polyline")]
        # Text, middle, width, height, and a look; letters are rarely wider.
        self.texts = []
        for group, e in [(g, e) for g in self.each("g") for e in g
                         if e.tag.endswith("text")]:
            size = float(group.get("font-size"))
            self.texts.append((
                e.text.replace("\u2212", "-"), float(e.get("x")),
                float(e.get("y")) + size * (
                    float((e.get("dy") or "0em")[:-2]) - 0.35),
                0.56 * size * len(e.text), 0.75 * size,
                (size, group.get("font-weight"))))
        assert not "".join(e.tail or "" for e in self.root.iter()).strip()

    def each(self, name):
        return self.root.iter("{http://www.w3.org/2000/svg}" + name)

    def columns(self):
        """Return the circles from left to right, each from the top down."""
        columns = {}
        for circle in sorted(self.circles):
            columns.setdefault(circle[0], []).append(circle)
        return [columns[x] for x in sorted(columns)]

    def at(self, x, y):
        return [text for text, a, b, *_ in self.texts
                if math.hypot(a - x, b - y) < 3]

    def values(self):
        return [[self.at(x, y) for x, y, _ in column]
                for column in self.columns()]

    def near(self, circle):
        """Return the texts straight above and below a circle."""
        column = [other for other in self.circles if other[0] == circle[0]]
        return [text for text, x, y, *_ in self.texts
                if x == circle[0] and abs(circle[1] - y) > circle[2]
                and not re.match("inputs|hidden|output", text)
                and min(column, key=lambda c: abs(c[1] - y)) == circle]

    def weights(self, number=int):
        """Return the weights, each read where its line comes to it."""
        def circle_at(point):
            return min(self.circles, key=lambda circle: math.hypot(
                point[0] - circle[0], point[1] - circle[1]))
        ends = {(circle_at(line[0]), circle_at(line[-1])): line
                for line in self.lines}
        assert len(ends) == len(self.lines)
        network, columns = [], self.columns()
        for before, column in zip(columns, columns[1:]):
            network.append([])
            for circle in column:
                lines = [ends.pop((other, circle)) for other in before]
                # They stand as the nodes before do.
                heights = [line[1][1] for line in lines]
                assert heights == sorted(set(heights))
                network[-1].append([number(*self.at(*line[1]))
                                    for line in lines])
        assert not ends
        return network


class Draw(unittest.TestCase):

    def check(self, inputs, network, biases=None, *activations):
        """Compare the picture of a network with what is computed."""
        picture = Picture(draw(inputs, network, biases, *activations))
        values = layer_values(inputs, network, biases, *activations)
        self.assertEqual(picture.values(), [[[str(x)] for x in vector]
                                            for vector in values])
        self.assertEqual(picture.weights(), network)
        self.assertFalse(sum(map(picture.near, picture.columns()[0]), []))
        hidden = range(len(network) - 1 if identity not in activations[:1]
                       else 0)
        for k, column in enumerate(picture.columns()[1:]):
            sums = layer(values[k], network[k], biases[k] if biases else None)
            for i, circle in enumerate(column):
                off = k in hidden and values[k + 1][i] == 0
                notes = {f"node_{i}"}
                if biases and biases[k] and biases[k][i]:
                    notes.add(f"bias {biases[k][i]}")
                if off:
                    notes.add(f"was {sums[i]}")
                self.assertEqual(set(picture.near(circle)), notes)
                self.assertEqual(circle in picture.dashed, off)
        names = ["hidden layer"] if len(network) == 2 else [
            f"hidden layer {i}" for i in range(len(network) - 1)]
        for name, column in zip(["inputs"] + names + ["output layer"],
                                picture.columns()):
            self.assertIn((name, column[0][0]),
                          [text[:2] for text in picture.texts])
        for vector in values:
            self.assertIn(", ".join(map(str, vector)),
                          picture.title.replace("\u2212", "-"))
        return picture

    def test_values_weights_and_notes(self):
        self.assertEqual(len(self.check([2, 3], ARTICLE).dashed), 0)
        for customer in [5, 3], [3, 3]:             # off at a sum of 0, too
            self.assertEqual(len(self.check(customer, ARTICLE).dashed), 1)
            self.check(customer, ARTICLE, None, identity)
        other = [[[1, -2], [2, 1]], [[-2, -1]]]
        for biases in None, [[1, -12], [-3]], [[0, -12], None]:
            self.check([5, 3], other, biases, relu, relu)
        self.check([5], [[[1], [-2]], [[2, -1]], [[3]]])

    def test_digits_and_minus_signs(self):
        svg = draw([1234567.0], [[[-0.123456789]]])
        self.assertEqual(Picture(svg).values(), [[["1.23e+06"]],
                                                 [["-1.52e+05"]]])
        self.assertEqual(Picture(svg).weights(float), [[[-0.123]]])
        self.assertNotIn("-", "".join(ElementTree.fromstring(svg).itertext()))

    def test_nothing_covers_anything(self):
        def overlap(a, b):
            return (2 * abs(a[1] - b[1]) < a[3] + b[3]
                    and 2 * abs(a[2] - b[2]) < a[4] + b[4])
        rng = random.Random(5)
        for sizes in [(1, 1), (2, 2, 1), (3, 3, 2), (4, 5, 3), (4, 1, 4),
                      (1, 4, 2), (2, 4, 1, 3), (3, 3, 3, 3), (10, 10),
                      (20, 20, 20), (16, 12, 10, 1)]:
            for number in [lambda: rng.choice([1, -12]),
                           lambda: rng.choice([-0.0123456, -1.23457e-05])]:
                picture = Picture(draw(*random_network(
                    rng, number, rng.choice([True, False]), sizes)))
                for k, box in enumerate(picture.texts):
                    text, x, y, width, height, look = box
                    for other in picture.texts[:k]:
                        self.assertFalse(overlap(box, other), (box, other))
                    self.assertGreaterEqual(min(
                        x - width / 2, y - height / 2,
                        picture.width - x - width / 2,
                        picture.height - y - height / 2), 0, box)
                    for a, b, radius in picture.circles:
                        if math.hypot(a - x, b - y) < 3:
                            self.assertLess(width / 2, radius)
                        else:
                            self.assertFalse(overlap(box, (
                                "", a, b, 2 * radius, 2 * radius)), box)
                # One size of type for all weights of a column.
                for column in picture.columns()[1:]:
                    self.assertEqual(len({
                        look for _, x, _, _, _, look in picture.texts
                        if look[1] and 0 < column[0][0] - x < 140}), 1)

    def test_blank(self):
        network, biases = [[[7, 8], [-17, 5]], [[27, -28]]], [[1, -2], [3]]
        picture = Picture(draw([2, 3], network, biases, blank=True))
        self.assertEqual(picture.values(), [[["2"], ["3"]], [[], []], [[]]])
        self.assertEqual(picture.weights(), network)
        self.assertFalse(picture.dashed)
        self.assertNotIn("was", str(picture.texts))
        self.assertIn("2, 3", picture.title)
        _, hidden, output = layer_values([2, 3], network, biases)
        self.assertEqual(hidden[1], 0)              # off, which nobody sees
        for value in hidden[0], output[0]:
            self.assertNotIn(str(value), picture.title)

    def test_it_stands_alone_and_fills_the_window(self):
        odd = mock.Mock(__radd__=lambda bias, x: x or bias,
                        __str__=lambda bias: "<&>")
        svg = draw([1], [[[1]]], [[odd]])
        self.assertIn("bias <&>", [text for text, *_ in Picture(svg).texts])
        for word in "href", "url(", "<style", "<script", " id=", "class=":
            self.assertNotIn(word, svg.encode("ascii").decode())
        self.assertFalse({"width", "height"} & set(Picture(svg).root.keys()))


class Page:
    """A handout as somebody reads it who has the printed pages."""

    def __init__(self, page):
        self.example, *rest = page.split("<section")[1:]
        self.sheets = [part for part in rest if "<svg" in part]
        self.keys = [part for part in rest if "<svg" not in part]
        self.pictures = list(map(Picture, re.findall(
            "<svg.*?</svg>", page, re.DOTALL)))
        self.tables = [
            [[self.read(cell) for cell in re.split("<t[dh]>", row)[1:]]
             for row in key.split("</table>")[0].split("<tr>")[1:]]
            for key in self.keys]
        self.rows = [row for table in self.tables for row in table[1:]]

    @staticmethod
    def read(part):
        """Return the words of a part of a page, its blanks as ___."""
        part = re.sub("(?s)<svg.*?</svg>", " ", part)
        part = re.sub("<u></u>", "___", part)
        return " ".join(html.unescape(re.sub("<.*?>", "", part.replace(
            "<p", " <p").replace("<h", " <h"))).replace(
                "\u2212", "-").split())

    def questions(self, number):
        """Return a sheet's parts A, B, 1, 2, 3 and 4 by name."""
        parts = [self.read("<article" + part)
                 for part in self.sheets[number].split("<article")[1:]]
        return {part.split(" ")[0]: part for part in parts}


class Handout(unittest.TestCase):

    def solve(self, page, number):
        """Solve a sheet from what is printed on it; compare with the key."""
        picture, parts = page.pictures[2 + number], page.questions(number)
        self.assertFalse(sum(sum(picture.values()[1:], []), []))    # blank
        self.assertFalse(picture.dashed)
        self.assertNotIn("was", str(picture.texts))
        inputs = [int(text) for (text,) in picture.values()[0]]
        network, first = picture.weights(), inputs[0]
        runs = sums, without, raised = [
            all_sums(inputs, network),
            all_sums(inputs, network, floor=-INFINITY),
            all_sums([first + 1] + inputs[1:], network)]
        off = [node for node, x in enumerate(sums[0]) if x <= 0]
        answers = [[number + 1]] + [
            [x if x > 0 else f"{x} \u2192 0"] for x in sums[0]] + [
            sums[1], without[1],
            [f"{int(b - a):+}" for a, b in zip(sums[1], without[1])],
            raised[1], [f"{int(b - a):+}" for a, b in zip(sums[0], raised[0])],
            [f"node_{off[0]}: {network[1][0][off[0]]}"]
            + [node[off[0]] for node in network[1][1:]]]
        self.assertEqual(page.rows[number], [
            ", ".join(map(str, cell)) for cell in answers])
        self.assertEqual(
            [head for head in page.tables[0][0] if "node" in head],
            [f"node_{i}" for i in range(len(sums[0]))])
        self.check_words(parts, inputs, network)
        return inputs, network, runs, off

    def check_words(self, parts, inputs, network):
        """Check that a sheet asks for what its own picture shows."""
        hidden, output = map(len, network)
        self.assertEqual(list(parts), ["A", "B", "1", "2", "3", "4"])
        for part in "A", "2":
            self.assertEqual(re.findall("node_[0-9]", parts[part]),
                             [f"node_{i}" for i in range(hidden)])
        self.assertIn(f" {inputs[0]} to {inputs[0] + 1}", parts["2"])
        self.assertEqual([parts[part].count("___") for part in "123"],
                         [2 * output, output + hidden, output + 1])
        # With its blanks filled in, the line of Python is the network.
        before, after = re.search(r"forward\((.*?\]), (.*\])\)",
                                  parts["4"]).groups()
        self.assertEqual(eval(before), inputs)
        weights = iter([w for nodes in network for node in nodes
                        for w in node][len(inputs):])
        self.assertEqual(eval(re.sub(
            "___", lambda blank: str(next(weights)), after)), network)
        # So are the lines of B, in which the first node is spelled out.
        lines = re.findall(r"(hidden|output) node_([0-9]) (.*?) = ___"
                           r"( relu\(___\) = ___)?", parts["B"])
        self.assertEqual(len(lines), hidden + output)
        for (name, node, terms, has_relu), weights in zip(
                lines, network[0] + network[1]):
            self.assertEqual(bool(has_relu), name == "hidden")
            values = inputs if name == "hidden" else ["___"] * hidden
            self.assertEqual(
                terms.replace("(", "").replace(")", ""), " + ".join(
                    f"{x} * {'___' if int(node) else weight}"
                    for x, weight in zip(values, weights)))

    def check(self, inputs, network, runs, off):
        """Check what makes a good exercise."""
        (sums, output), without, (_, raised) = runs
        every = [abs(x) for run in runs for layer in run for x in layer]
        self.assertTrue(0 < min(every) <= max(every) <= 12)
        self.assertEqual(len(off), 1)
        self.assertTrue(all(a != b for a, b in zip(output, raised)))
        for numbers in sums, output:        # or an exchange is not noticed
            self.assertEqual(len(set(numbers)), len(numbers))
        for numbers in [inputs] + network[0] + network[1]:
            self.assertEqual(len(set(numbers)), len(numbers))
        for nodes in network:
            self.assertEqual(len(set(map(tuple, nodes))), len(nodes))
        # Question 3: which weights could be any number?
        for k, nodes in enumerate(network):
            for node, at in itertools.product(nodes, range(len(nodes[0]))):
                weight, outputs = node[at], set()
                for node[at] in weight, -999, -20, 0, 30, 999:
                    outputs.add(str(forward(inputs, network)))
                node[at] = weight
                self.assertEqual(len(outputs) == 1, k == 1 and at == off[0])

    def test_each_sheet_has_the_key_that_its_numbers_give(self):
        found, offs = [set(), set(), set()], set()
        for sizes in SIZES:
            page, networks = Page(handout(12, 3, sizes)), set()
            for number in range(12):
                inputs, network, runs, off = self.solve(page, number)
                self.check(inputs, network, runs, off)
                self.assertEqual(
                    (len(inputs),) + tuple(map(len, network)), sizes)
                networks.add(str((inputs, network)))
                offs.update(off)
                for numbers, more in zip(found, [
                        inputs, sum(sum(network, []), []), runs[0][1]]):
                    numbers.update(more)
            self.assertEqual(len(networks), 12)
        self.assertEqual(found[:2], [{1, 2, 3, 4, 5}, {-3, -2, -1, 1, 2, 3}])
        self.assertEqual(offs, {0, 1, 2})
        self.assertTrue(min(found[2]) < 0 < max(found[2]))

    def test_every_python_makes_the_same_worksheets_of_a_seed(self):
        class OnlyRandom:           # only random() is promised to stay
            def __init__(self, seed, Random=random.Random):
                self.random = Random(seed).random
        page = handout(3, 7)
        self.assertEqual(Page(page).rows, Page(handout(5, 7)).rows[:3])
        with mock.patch("random.Random", OnlyRandom):
            self.assertEqual(handout(3, 7), page)
        numbers = [(picture.values()[0], picture.weights())
                   for picture in Page(handout(30, 7, (3, 3, 2))).pictures[2:]]
        self.assertEqual(hashlib.md5(str(numbers).encode()).hexdigest(),
                         "ef29a77021e0f71b6d3f0b42d2ea069f",
                         "old seeds now make other worksheets")
        pictures = re.findall("(?s)<svg.*?</svg>", handout(200, 0))[2:]
        self.assertEqual(len(set(pictures)), 200)

    def test_the_key_says_how_to_make_the_pages_again(self):
        for arguments in [(), (2,), (2, 9, [3, 2, 2]), (1, 0),
                          (1, 10 ** 12 - 1)]:
            page = handout(*arguments)
            words = shlex.split(re.search("python neuralbasics.py(.*)",
                                          Page.read(Page(page).keys[0]))[1])
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                main(words + ["-o", "-"])
            self.assertEqual(out.getvalue(), page.encode("ascii").decode()
                             + "\n")
        self.assertEqual(len({handout() for _ in range(9)}), 9)

    def test_sets_sheets_keys_and_marks(self):
        for copies, rows in (30, [30]), (75, [30, 30, 15]):
            page = Page(handout(copies, 420607, (2, 3, 1)))
            self.assertEqual([len(table) - 1 for table in page.tables], rows)
            for key in page.keys:
                self.assertIn("Set 07", page.read(key))
                self.assertIn("--seed 420607 ", page.read(key))
            for number, sheet in enumerate(page.sheets, 1):
                self.assertRegex(
                    page.read(sheet),
                    f"Set 07, sheet {number} of {copies} .*Name.*Class.*Date")
                self.assertNotIn("420607", sheet)
        marks = re.findall("([0-9]+) marks", page.read(page.sheets[0]))
        self.assertEqual(int(marks[0]), 3 + 1)
        self.assertIn(f" {sum(map(int, marks))} marks ",
                      page.read(page.keys[0]))

    def test_what_cannot_be_made(self):
        for sizes in [(), (2, 1), (2, 2, 2, 1), (1, 2, 1), (4, 2, 1),
                      (2, 1, 1), (2, 4, 1), (2, 2, 0), (2, 2, 3)]:
            self.assertRaisesRegex(ValueError, "2 or 3.* 2 or 3.* 1 or 2",
                                   handout, 1, 7, sizes)
        for copies in 0, 201, 0.5:
            self.assertRaisesRegex(ValueError, "1 to 200", handout, copies)
        for seed in -1, 10 ** 12, 0.5, 7.0, "7":
            self.assertRaisesRegex(ValueError, "12 digits", handout, 1, seed)

    def test_no_search_runs_forever(self):
        with mock.patch.object(neuralbasics, "dot", lambda a, b: 42):
            self.assertRaises(RuntimeError, handout)

    def test_the_example_page(self):
        html_page = handout(1, 7)
        page = Page(html_page)
        text = page.read(page.example)
        for picture, inputs in zip(page.pictures, ([2, 3], [5, 3])):
            self.assertEqual(picture.values(), [
                [[str(x)] for x in vector]
                for vector in layer_values(inputs, ARTICLE)])
            self.assertIn(" ".join(explain(inputs, ARTICLE).split()), text)
        self.assertEqual([len(p.dashed) for p in page.pictures[:2]], [0, 1])
        (millimetres,) = re.findall(
            r"[.]beside svg {[^}]* width: ([0-9]+)mm", html_page)
        for picture in page.pictures[:2]:           # type of 8 points or more
            smallest = min(look[0] for *_, look in picture.texts)
            points = int(millimetres) / picture.width * 72 / 25.4
            self.assertGreaterEqual(smallest * points, 8)
        (call,) = re.findall(r"> (forward\(.*?\)) \[", text)
        self.assertIn(f"{call} {eval(call)}", text)
        self.assertRegex(text, " {}[.] Without relu,[^.]* = {}[.]".format(
            *forward([5, 3], ARTICLE),
            *forward([5, 3], ARTICLE, None, identity)))
        with_relu, without = [
            [forward([age, 4], ARTICLE, None, activation)[0]
             - forward([age, 3], ARTICLE, None, activation)[0]
             for age in (2, 5)] for activation in (relu, identity)]
        self.assertRegex(page.read(page.keys[0]),
                         "Example.* {} at 20.* {} at 50".format(*with_relu))
        self.assertEqual(*without)
        self.assertRegex(text, f"Without relu[^.]* {without[0]} for both")


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
            with mock.patch.dict(os.environ, COLUMNS="200"):
                try:
                    status = main(list(words)) or 0
                except SystemExit as stop:
                    status = stop.code
        return status, out.getvalue(), err.getvalue()

    def refused(self, part, *words):
        """Check for argparse's usage and one line that has `part` in it."""
        status, out, err = self.run_main(*words)
        self.assertEqual((status, out, err[:7]), (2, "", "usage: "))
        self.assertIn(part, err.splitlines()[-1])

    def process(self, *words, **options):
        environment = dict(os.environ)
        environment.pop("PYTHONUNBUFFERED", None)   # as most people have it
        return subprocess.run(
            [sys.executable] + list(words), stderr=subprocess.PIPE,
            env=environment, universal_newlines=True, **options)

    def test_explain(self):
        for words, inputs in [
                ("", [2, 3]), ("explain", [2, 3]), ("explain 4 -1", [4, -1]),
                ("explain 0.5 -.25", [0.5, -0.25]),
                ("explain 1234567 3", [1234567, 3])]:
            self.assertEqual(self.run_main(*words.split()),
                             (0, explain(inputs, ARTICLE) + "\n", ""))
        self.assertIn("\n    handout ", self.run_main("--help")[1])
        self.assertIn("--copies", self.run_main("handout", "--help")[1])

    def test_words_that_do_not_fit(self):
        for part, words in [
                ("'four'", "explain four 1"), ("'teach'", "teach"),
                ("write: 5 3", "explain 5, 3"), ("write: 5 3", "draw 5,3"),
                ("there are 3 inputs", "explain 1 2 3"),
                ("there is 1 input", "draw 1"),
                ("copies", "handout --copies 0"),
                ("sizes", "handout --sizes 4 4 4"),
                ("'two'", "handout --sizes 2 two 1"),
                ("none", "draw -o none/a.svg")]:
            self.refused(part, *words.split())
        self.assertEqual(os.listdir("."), [])

    def test_draw_and_handout_make_files(self):
        for words, name, text in [
                ("draw", "network.svg", draw([2, 3], ARTICLE)),
                ("draw --blank 4 -1 -o b.svg", "b.svg",
                 draw([4, -1], ARTICLE, blank=True)),
                ("explain -o a.txt", "a.txt", explain([2, 3], ARTICLE)),
                ("handout --seed 7", "handout.html", handout(1, 7)),
                ("handout --copies 2 --seed 8 --sizes 3 3 2 -o d.html",
                 "d.html", handout(2, 8, [3, 3, 2]))]:
            self.assertEqual(self.run_main(*words.split()),
                             (0, "", f"{name} is ready\n"))
            self.refused(f"{name} is there already", *words.split())
            with open(name, encoding="utf-8") as file:      # it stays
                self.assertEqual(file.read(), text + "\n")
            self.assertEqual(self.run_main(*words.split(), "-o", "-"),
                             (0, text + "\n", ""))

    def test_no_file_is_left_half_written(self):
        class Full(io.FileIO):
            def write(self, data):
                super().write(data[:9])
                raise OSError("disk full")
        with mock.patch("builtins.open", lambda path, mode, **_:
                        io.TextIOWrapper(Full(path, mode), "utf-8")):
            self.refused("disk full", "draw")
        self.assertEqual(os.listdir("."), [])

    def test_a_fault_of_our_own_is_not_told_as_the_users(self):
        with mock.patch.object(neuralbasics, "layer", lambda *_: 1 + ""):
            self.assertRaises(TypeError, self.run_main, "explain")

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a full disk")
    def test_as_a_program(self):
        done = self.process(MODULE, "explain", "4", "-1",
                            stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout),
                         (0, explain([4, -1], ARTICLE) + "\n"))
        read, write = os.pipe()
        os.close(read)                          # nobody reads
        done = self.process(MODULE, stdout=write)
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open("/dev/full", "w") as full:
            done = self.process(MODULE, stdout=full)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("No space left on device", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_at_a_prompt_and_in_a_notebook(self):
        done = self.process("-i", MODULE, input="forward([2, 3], [[[1, 1]]])",
                            stdout=subprocess.PIPE)
        self.assertNotIn("Traceback", done.stderr)
        self.assertEqual(done.stdout.replace(">>>>", "").split(),
                         (explain([2, 3], ARTICLE) + "\n[5]").split())
        with open(MODULE) as file:
            source = file.read()
        names = {"__name__": "__main__"}        # a cell has no __file__
        with mock.patch.object(sys, "argv", ["kernel", "-f", "k.json"]):
            exec(source, names)
        self.assertEqual(names["forward"]([2, 3], ARTICLE), [9])


class Matrix(list):
    """As an array of NumPy or PyTorch, as far as the README uses it."""
    T = property(lambda self: Matrix(map(Matrix, zip(*self))))

    def tolist(self):
        return [getattr(x, "tolist", lambda: x)() for x in self]

    def round(self, digits):
        return Matrix(x.round(digits) if isinstance(x, Matrix)
                      else round(x, digits) for x in self)


@unittest.skipUnless(os.path.exists(README), "no README at hand")
class Readme(unittest.TestCase):

    setUp = CommandLine.setUp
    run_main = CommandLine.run_main

    @classmethod
    def setUpClass(cls):
        with open(README, encoding="utf-8") as file:
            cls.text = file.read()

    def blocks(self, kind, part):
        return [block for name, block in re.findall(
            "^```(.*?)\n(.*?)^```$", self.text, re.DOTALL | re.MULTILINE)
            if name == kind and part in block]

    def test_what_it_says(self):
        self.assertLessEqual(len(self.text.split()), 1050)
        (steps,) = self.blocks("", "inputs: ")
        self.assertEqual(steps, self.run_main("explain", "5", "3")[1])
        (idle,) = re.findall("`print[(](.*)[)]`", self.text)
        self.assertEqual(eval(idle) + "\n", steps)
        page = Page(handout(30, 7))
        self.assertIn(f" {1 + len(page.sheets) + len(page.keys)}, on A4",
                      self.text)
        total, slack, *minutes = map(int, re.findall(
            r"\b([0-9]+)(?:\s+minutes|(?= to spare))", self.text))
        self.assertEqual(total, slack + sum(minutes))

    def test_which_lines_are_the_lesson(self):
        with open(MODULE) as file:
            lines = file.read().splitlines()
        first, last, pages, length = map(int, re.search(
            "lines ([0-9]+) to ([0-9]+) of the file, ([0-9]+) pages of "
            "([0-9]+) lines", self.text).groups())
        self.assertEqual(lines[first - 1][:4], 'r"""')
        self.assertEqual(lines[last - 1], '"""')
        self.assertEqual(pages, math.ceil((last - first + 1) / length))

    def test_the_list_of_functions(self):
        rows = re.findall(r"^- `(\w+)(\(.*?\))?`(.*?): ", self.text,
                          re.MULTILINE)
        self.assertEqual({name for name, *_ in rows},
                         set(neuralbasics.__all__))
        same = dict((name, call) for name, call, _ in rows)["forward"]
        for name, call, words in rows:
            if not call:
                more = re.findall("and `(.*)`", words)
                call = ", ".join([same[:-1]] + more) + ")"
            self.assertEqual(call, re.sub(
                "<function ([a-z]+) at .*?>", r"\1", str(
                    inspect.signature(getattr(neuralbasics, name)))))

    def test_every_command_works(self):
        commands = re.findall("^python neuralbasics.py(.*)", self.text,
                              re.MULTILINE)
        self.assertGreater(len(commands), 4)
        for command in commands:
            self.assertEqual(self.run_main(*shlex.split(command))[0], 0,
                             command)

    def run_twice(self, part, modules):
        (code,) = self.blocks("python", part)
        outs = []
        with mock.patch.dict(sys.modules, modules):
            for _ in range(2):
                out = io.StringIO()
                with contextlib.redirect_stdout(out):
                    exec(code, {})
                outs.append(out.getvalue())
        self.assertEqual(*outs)
        return outs[0]

    def test_a_network_from_scikit_learn(self):
        weights = [Matrix([Matrix([1.111, -1]), Matrix([1, 1])]),
                   Matrix([Matrix([2, 1]), Matrix([-1, 0])])]
        biases = [Matrix([1, -5.555]), Matrix([0.5, 9.25])]
        rows = Matrix([Matrix([2, 3.001]), Matrix([1, 2])])
        sklearn = mock.MagicMock()
        sklearn.load_iris.return_value = rows, [1, 1]
        sklearn.StandardScaler().fit().transform.return_value = rows
        sklearn.MLPClassifier().fit.return_value = mock.Mock(
            coefs_=weights, intercepts_=biases,
            predict=lambda rows: Matrix([1, 1]))
        out = self.run_twice("sklearn", dict.fromkeys([
            "sklearn", "sklearn.datasets", "sklearn.neural_network",
            "sklearn.preprocessing"], sklearn))
        shown = ([2, 3], [[[1.11, 1], [-1, 1]], [[2, -1], [1, 0]]],
                 [[1, biases[0].round(2)[1]], [0.5, 9.25]])
        self.assertEqual(out, "True\n" + explain(*shown) + "\n")
        with open("flower.svg") as file:
            self.assertEqual(file.read(), draw(*shown))

    def test_the_probability_of_two_classes(self):
        (formula,) = re.findall("return (.*tanh.*)`, ", self.text)
        for x in -1390, -2, -0.5, 0, 0.252, 3, 1390:
            exact = 1 / (1 + math.exp(-x)) if x > -700 else 0
            self.assertAlmostEqual(eval(formula), exact)

    def test_a_network_from_pytorch(self):
        torch = mock.MagicMock()
        parts = [mock.Mock(weight=Matrix(weights), bias=Matrix(bias))
                 for weights, bias in zip(ARTICLE, [[1, 2], [3]])]
        torch.nn.Sequential.return_value.__getitem__ = lambda _, at: (
            [parts[0], None, parts[1]][at])
        torch.nn.Sequential.return_value.return_value = "as PyTorch says"
        self.assertEqual(
            self.run_twice("torch", {"torch": torch}),
            f"{forward([2, 3], ARTICLE, [[1, 2], [3]])} as PyTorch says\n")

    def test_the_faster_dot_product(self):
        with mock.patch.object(neuralbasics, "dot", dot):
            self.run_twice("sumprod", {})
            self.assertEqual(neuralbasics.dot, getattr(math, "sumprod", dot))
            self.assertEqual(forward([2, 3], ARTICLE), [9])


class File(unittest.TestCase):

    def test_it_prints_everywhere_and_has_no_annotations(self):
        with open(MODULE, "rb") as file:
            source = file.read().decode("ascii")
        self.assertLess(max(map(len, source.splitlines())), 80)
        for node in ast.walk(ast.parse(source)):
            self.assertNotIsInstance(node, ast.AnnAssign)
            self.assertIsNone(getattr(node, "annotation", None))
            self.assertIsNone(getattr(node, "returns", None))
            if isinstance(node, (ast.Tuple, ast.List)):     # MicroPython
                self.assertNotIn(ast.Starred, map(type, node.elts))


if __name__ == "__main__":
    unittest.main()
