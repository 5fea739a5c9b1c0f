"""Tests of neuralbasics.py: python -m unittest"""
import ast
import contextlib
import doctest
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
        total = Fraction(biases[at][node] if biases else 0)
        for before, weight in enumerate(network[at][node]):
            total += Fraction(weight) * (max(
                node_sum(at - 1, before), floor) if at
                else Fraction(inputs[before]))
        return total
    return [[node_sum(at, node) for node in range(len(nodes))]
            for at, nodes in enumerate(network)]


class Story(unittest.TestCase):
    """What the lesson claims, on other customers than its own."""

    def test_the_switch_and_what_another_thousand_adds(self):
        steps = [Fraction(number, 4) for number in range(60)]
        for age, balance in itertools.product(steps, steps):
            _, (first, second), (answer,) = layer_values(
                [age, balance], ARTICLE)
            self.assertEqual(first, age + balance)      # always on
            self.assertEqual(second > 0, balance > age)
            self.assertEqual(answer, age * 3 + balance if balance >= age
                             else age * 2 + balance * 2)
            added = forward([age, balance + 1], ARTICLE)[0] - answer
            if balance >= age or balance <= age - 1:
                self.assertEqual(added, 1 if balance >= age else 2)
            else:
                self.assertTrue(1 < added < 2)
            self.assertEqual(forward([age, balance], ARTICLE, None, identity),
                             [age * 3 + balance])
            _, (_, second), _ = layer_values(
                [age, balance], ARTICLE, [[0, -2], [0]])
            self.assertEqual(second > 0, balance > age + 2)

    def test_without_relu_several_layers_are_one_node(self):
        rng = random.Random(2)
        for _ in range(50):
            p, q, r, s, t, u, age, balance = [
                Fraction(rng.randint(-20, 20), 3) for _ in range(8)]
            one = [[[p*t + r*u, q*t + s*u]]]
            (answer,) = forward([age, balance], one)
            self.assertEqual([answer], forward(
                [age, balance], [[[p, q], [r, s]], [[t, u]]], None, identity))
            (more,) = forward([age, balance + 1], one)      # for everyone
            self.assertEqual(more - answer, one[0][0][1])

    def test_the_formulas_on_a_line_of_the_lesson(self):
        lines = re.findall(r"^    (\(age .*?) += (.*?) +if (on|off)$",
                           neuralbasics.__doc__ or "", re.MULTILINE)
        for left, right, _ in lines:
            for names in {"age": 7, "balance": 2}, {"age": 1, "balance": 8}:
                self.assertEqual(eval(left, names), eval(right, names))
        self.assertEqual(len(lines), 2 if neuralbasics.__doc__ else 0)

    def test_the_exercises(self):
        def added(age, balance, network=ARTICLE):
            return (forward([age, balance + 1], network)[0]
                    - forward([age, balance], network)[0])
        self.assertEqual([balance for balance in range(20)
                          if added(2, balance) == 2], [0, 1])
        self.assertEqual([balance for balance in range(20)
                          if added(5, balance) == 1], list(range(5, 20)))
        apart = [[[1, 0], [0, 1]], [[2, 1]]]
        for balance in range(-9, 9):
            self.assertEqual(len({added(age, balance, apart)
                                  for age in range(-9, 9)}), 1)
        network = [[[1, 2], [3, -1]], [[2, 1]]]
        for inputs, matters in ([2, 3], False), ([1, 4], True):
            one = forward(inputs, network, None, identity)
            self.assertEqual(one, forward(inputs, [[[5, 3]]]))
            self.assertEqual(forward(inputs, network) != one, matters)

    def test_the_arithmetic_in_the_file(self):
        with open(MODULE) as file:
            found = [pair for piece in re.split("   +|, |\n", file.read())
                     for pair in re.findall(r"([(0-9][-()0-9 +*]*)"
                                            r" = (-?[0-9][0-9 +*]*)", piece)]
        for left, right in found:
            self.assertEqual(eval(left), eval(right), left)
        self.assertGreater(len(found), 12)

    @unittest.skipIf(sys.flags.optimize > 1, "-OO leaves out the examples")
    def test_the_examples_notice_a_wrong_function(self):
        with open(MODULE) as file:
            source = file.read()
        for name in "dot relu identity layer layer_values forward".split():
            wrong = re.sub(rf'(?s)(\ndef {name}\(.*?\n    """.*?"""\n)',
                           r"\1    return 42\n", source, count=1)
            self.assertNotEqual(wrong, source)
            with tempfile.TemporaryDirectory() as folder:
                with open(os.path.join(folder, "neuralbasics.py"), "w") as f:
                    f.write(wrong)
                done = subprocess.run(
                    [sys.executable, "-m", "doctest", "neuralbasics.py"],
                    cwd=folder, stdout=subprocess.PIPE)
            self.assertNotEqual(done.returncode, 0, name)


class Lesson(unittest.TestCase):

    def test_dot(self):
        for a, b, product in [([1, 2, 3], (4, 5, 6), 32), ((2,), [3], 6),
                              ([-7], [0.5], -3.5)]:
            self.assertEqual(dot(a, b), product)
        # From left to right, to the last digit: others add more precisely.
        self.assertEqual(dot([0.1] * 10, [1] * 10), 0.9999999999999999)

    def test_relu_and_identity(self):
        for x, expected in [(3, 3), (0, 0), (1, 1), (-1, 0), (-0.25, 0),
                            (INFINITY, INFINITY), (-INFINITY, 0),
                            (Fraction(-1, 3), 0)]:
            self.assertEqual(relu(x), expected)
            self.assertIs(identity(x), x)
        self.assertTrue(math.isnan(relu(NAN)))
        self.assertTrue(math.isnan(*forward([NAN, 1], ARTICLE)))

    def test_random_networks_against_sums_done_backwards(self):
        rng = random.Random(1)
        for trial in range(200):
            network = random_network(
                rng, lambda: Fraction(rng.randint(-20, 20), rng.randint(1, 6)),
                biases=trial % 2)
            self.assertEqual(forward(*network), all_sums(*network)[-1])
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
        for biases, output in ([None, [3]], 12), ([[1, 2], None], 9):
            self.assertEqual(explain([2, 3], ARTICLE, biases).split()[-1],
                             str(output))
        self.assertEqual(layer([5, 3], ARTICLE[0], [1, 3], relu), [9, 1])

    def test_nothing_is_changed_and_nothing_is_shared(self):
        network = [2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [[0, 0], [0]]
        before = json.dumps(network)
        explain(*network)
        for vector in layer_values(*network) + [forward(*network)]:
            vector.append(0)
        self.assertEqual(json.dumps(network), before)


class Number(float):
    """As NumPy's float64: an array's number that is a float."""
    tolist = float.__float__


class Small(Fraction):
    """As NumPy's uint8: 200 + 100 wraps around to 44."""

    def __mul__(self, other):
        return Small(super().__mul__(other) % 256)

    def __add__(self, other):
        return Small(super().__add__(other) % 256)
    __rmul__, __radd__, tolist = __mul__, __add__, int


class Faults(unittest.TestCase):

    def refused(self, words, call, **names):
        """Check that the error of a call has all the words."""
        with self.assertRaises((TypeError, ValueError), msg=call) as caught:
            eval(call, globals(), names)
        fault = caught.exception
        for word in words.split("; "):
            self.assertIn(word, str(fault), call)
        self.assertEqual(type(fault), TypeError if "not a number" in str(fault)
                         else ValueError)
        # A learner should see one traceback, not the story behind it.
        self.assertTrue(fault.__context__ is None
                        or fault.__suppress_context__)

    def test_what_each_message_says(self):
        two = array("d", [2, 3])                # NumPy's have tolist, too
        small = [Small(200), Small(100)]
        for words, call in [
                ("b has; 1; a has 2", "dot([2, 3], [1])"),
                ("b has; 3; a has 2", "dot((2, 3), (1, 2, 3))"),
                ("a is {0: 1, 1: 2}; list", "dot({0: 1, 1: 2}, [1, 2])"),
                ("b is range; list", "dot([1, 2], range(2))"),
                ("a[0]; use .tolist()", "dot(small, [1, 1])"),
                ("b[0]; use .tolist()", "dot([1, 0.5], small)"),
                ("nodes is empty", "layer([2, 3], [])"),
                ("{1: 0, 5: 0}", "layer([2, 3], [[1, 1], {1: 0, 5: 0}])"),
                ("1; list; brackets may be missing", "layer([2, 3], [1, 1])"),
                ("biases has; 1; nodes has 2", "layer([2], [[1], [1]], [1])"),
                ("biases[0]; .tolist()", "layer([2], [[1], [1]], small)"),
                ("biases is; activation=relu?", "layer([2], [[1]], relu)"),
                ("biases is; activation=relu?", "forward([2], NET, relu)"),
                ("network[0][1] has 1 weight, but there are 2 inputs",
                 "forward([2, 3], [[[1, 1], [-1]], [[2, -1]]])"),
                ("network[0][0]; 2 weights; 1 input", "forward([2], ARTICLE)"),
                ("network[1][0] has 3 weights, but network[0] gives it 2 "
                 "values", "forward([2], [[[1], [1]], [[2, -1, 7]]])"),
                ("2 weights; gives it 1 value",
                 "forward([2], [[[1]], [[1, 1]]])"),
                ("inputs is empty", "forward([], [[[]]])"),
                ("network is empty", "forward([2, 3], [])"),
                ("network[1] is empty", "forward([2, 3], [[[1, 1]], []])"),
                ("network[0][0] is empty", "forward([2, 3], [[[]]])"),
                ("biases; 1; network has 2", "forward([2], NET, [[1, 1]])"),
                ("biases; 3; network has 2", "forward([2], NET, [[1], 1, 1])"),
                ("biases[0]; 3; network[0] has 1",
                 "forward([2], NET, [[1, 1, 1], [1]])"),
                ("network[0][0] is 1; brackets", "forward([2, 3], [[1, 1]])"),
                ("biases[0]; 'xx", "forward([2], NET, [100 * 'x', [1]])"),
                ("inputs is; use inputs.tolist()", "forward(two, ARTICLE)"),
                ("use network[0][0].tolist()", "forward([2, 3], [[two]])"),
                ("inputs[1] is '3'", "forward([2, '3'], ARTICLE)"),
                ("inputs[0] is [2, 3]; one row at a time",
                 "forward([[2, 3], [5, 3], [2, 4]], ARTICLE)"),
                ("inputs[0]; .tolist()", "forward(small, ARTICLE)"),
                ("inputs[0]; .tolist()",        # joined by a float
                 "forward(small + [1], [[[1, 1, 0.5]]])"),
                ("network[0][0][1] is '2'", "forward([2, 3], [[[1, '2']]])"),
                ("network[1][0][0]; .tolist()",
                 "forward([2, 3], [ARTICLE[0], [small]])"),
                ("biases[1][0] is None", "forward([2], NET, [[1], [None]])"),
                ("biases[0][0]; .tolist()",     # which relu turns to 0
                 "forward([2, 3], ARTICLE, [[Small(0), 0], [0]])"),
                ("biases[1][0]; .tolist()",
                 "forward([2, 3], ARTICLE, [[0, 0], [Small(3)]])"),
                ("result for network[0][0] is None",
                 "forward([2], NET, None, lambda x: None)")]:
            self.refused(words, call, two=two, small=small,
                         NET=[[[1]], [[1]]])
        with self.assertRaises(ValueError) as caught:
            dot(100 * "x", [1])
        self.assertLess(len(str(caught.exception)), 90)
        self.assertEqual(forward([Number(2), Number(3)], ARTICLE), [9])

    def test_an_activation_keeps_its_own_error(self):
        def fussy(x):
            raise ArithmeticError("not today") from KeyError("before")
        with self.assertRaisesRegex(ArithmeticError, "not today") as caught:
            forward([2, 3], ARTICLE, None, fussy)
        self.assertIsInstance(caught.exception.__cause__, KeyError)
        with self.assertRaisesRegex(TypeError, "not callable"):
            forward([2, 3], ARTICLE, None, "relu")
        with self.assertRaises(OverflowError):
            forward([10 ** 400], [[[0.5]]])

    def test_garbled_networks_are_refused_alike(self):
        rng, two = random.Random(3), array("d", [2, 3])
        for _ in range(2000):
            network = list(random_network(rng, lambda: rng.randint(-3, 3)))
            self.assertEqual(forward(*network), all_sums(*network)[-1])
            part, at = network, rng.randrange(3)
            for depth in range(rng.randint(0, (1, 3, 2)[at])):
                part, at = part[at], rng.randrange(len(part[at]))
            if not isinstance(part[at], list):
                part[at] = rng.choice(["3", None, [1], {}, Small(3), two])
            elif isinstance(part[at][0], list) or rng.random() < 0.5:
                part[at] = rng.choice([dict(enumerate(part[at])), 7, "ab",
                                       two, []])
            else:
                part[at].append(1)
            faults = set()
            for function in forward, layer_values, explain, draw:
                with self.assertRaises((TypeError, ValueError)) as caught:
                    function(*network)
                faults.add(repr(caught.exception))
            self.assertEqual(len(faults), 1)
            self.assertRegex(faults.pop(), r"(inputs|network|biases)(\[| )")


class Explain(unittest.TestCase):

    def check(self, text):
        """Return how many lines have an =, and how many of them say "about".

        Worked out exactly, what stands on a line gives another result, to
        six digits, where it says "about", and nowhere else.
        """
        def exact(shown):
            return eval(re.sub("[0-9][0-9.]*(e[-+][0-9]+)?", r"F('\g<0>')",
                               shown), {"F": Fraction, "relu": relu})
        pairs = [re.sub("^(node_[0-9]+: | +)", "", line).split(" = ")
                 for line in text.splitlines() if "=" in line]
        about = 0
        for left, right in pairs:
            result = right.replace("about ", "")
            about += result != right
            self.assertEqual(
                f"{float(exact(left)):.6g}" != f"{float(exact(result)):.6g}",
                result != right, (left, right))
        return len(pairs), about

    def test_headings_and_numbers(self):
        self.assertEqual(explain(
            [1, -2], [[[1, -1]], [[-3]], [[2], [0]]], [[-4], [1], [0, -5]]), (
            "inputs: 1, -2\n\nhidden layer 0\nnode_0: 1*1 + (-2)*(-1) + (-4) "
            "= -1\n        relu(-1) = 0\n\nhidden layer 1\nnode_0: 0*(-3) + 1 "
            "= 1\n        relu(1) = 1\n\noutput layer\nnode_0: 1*2 + 0 = 2\n"
            "node_1: 1*0 + (-5) = -5"))
        for number, shown in [
                (0.1 + 0.2, "0.3"), (1.0, "1"), (-0.0, "0"), (1e-7, "1e-07"),
                (1234567.0, "1.23457e+06"), (10 ** 30, "1" + 30 * "0"),
                (Fraction(1, 3), "1/3"), (Decimal("0.10"), "0.10")]:
            self.assertTrue(explain([number], [[[1]]]).startswith(
                f"inputs: {shown}\n"))

    def test_about(self):
        third = Fraction(1, 3)
        for line, inputs, weights in [
                ("0.1*1 + 0.2*1 = 0.3", [0.1, 0.2], [1, 1]),
                ("1*2.5 = 2.5", [True], [2.5]),
                ("1.00001e+154*1.79768e+154 = 1.79769e+308",
                 [1.0000055e154], [1.797683e154]),
                ("0.333333*3 = about 1", [1 / 3], [3]),
                ("0.1*1 + 0.2*1 + 0.3*(-1) = about 5.55112e-17",
                 [0.1, 0.2, 0.3], [1, 1, -1]),
                ("(1/3)*(-1/2) + (1/6)*1 = 0", [third, third / 2],
                 [Fraction(-1, 2), 1]),
                ("nan*1 + 2*1 = nan", [NAN, 2], [1, 1]),
                ("inf*(-1) = -inf", [INFINITY], [-1]),
                ("2j*2 = 4j", [2j], [2])]:
            self.assertEqual(explain(inputs, [[weights]]).splitlines()[-1],
                             "node_0: " + line)

    def test_random_networks_are_shown_as_they_are(self):
        rng = random.Random(4)
        counts = [0, 0]
        for trial in range(180):
            arguments = random_network(
                rng, [lambda: rng.randint(-9, 9),
                      lambda: rng.uniform(-1, 1),
                      lambda: rng.choice([1.0000001, -1.0, 1 / 3])][trial % 3],
                biases=trial % 2)
            text, nodes = explain(*arguments), sum(arguments[1], [])
            lines, about = self.check(text)
            self.assertEqual(lines, 2 * len(nodes) - len(arguments[1][-1]))
            counts = [counts[0] + about, counts[1] + lines - about]
            shown = re.findall("^node_[0-9]: (.*) = (?:about )?(.*)", text,
                               re.MULTILINE)
            for (left, result), node, number in zip(
                    shown, nodes, sum(all_sums(*arguments), [])):
                self.assertAlmostEqual(float(result), float(number), delta=(
                    6e-6 * abs(number) + 1e-12 if trial % 3 else 0))
                self.assertEqual(re.findall(r"[*]\(?([^ )]+)", left),
                                 [f"{weight:.6g}" for weight in node])
        self.assertGreater(min(counts), 100)

    def test_the_activation(self):
        def third(x):
            return x / 3
        text = explain([1.0000001, 6], [[[1, 0], [0, 1], [0, 1 / 3]],
                                        [[1, 1, 1]]], None, third)
        for line in ["third(1) = 0.333333\n", "third(6) = 2\n",
                     "third(2) = 0.666667\n"]:
            self.assertIn("        " + line, text)
        text = explain([1.0000001], [[[1e6]], [[1]]], None,
                       lambda x: x - 1e6)
        self.assertIn("(1e+06) = about 0.1\n", text)   # shown, it gives 0
        text = explain([0.9999999], [[[1]], [[1]]], None, math.atanh)
        self.assertIn("atanh(1) = 8.40562\n", text)    # shown, it gives none
        network = [2], [[[-3]], [[1]]], None
        self.assertEqual(
            explain(*network, identity).splitlines()[3:],
            ["node_0: 2*(-3) = -6", "        identity(-6) = -6", "",
             "output layer", "node_0: (-6)*1 = -6"])
        self.assertIn("        activation(-6) = 6\n", explain(
            *network, mock.Mock(spec=[], side_effect=abs)))


class Picture:
    """What somebody sees who looks at a picture that `draw` makes."""

    def __init__(self, svg):
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(
            float, self.root.get("viewBox").split())
        self.circles = [tuple(float(e.get(name)) for name in ("cx", "cy", "r"))
                        for e in self.each("circle")]
        self.dashed = {circle for circle, e in zip(
            self.circles, self.each("circle")) if e.get("stroke-dasharray")}
        self.lines = [[tuple(map(float, point.split(",")))
                       for point in e.get("points").split()]
                      for e in self.each("polyline")]
        # Words, middle, width, height, and the white that keeps lines off;
        # few letters are wider than that.
        self.texts = []
        for group, e in [(g, e) for g in self.each("g") for e in g
                         if e.tag.endswith("text")]:
            size = float(e.get("font-size"))
            self.texts.append((
                e.text, float(e.get("x")), float(e.get("y")) - 0.35 * size,
                0.6 * size * len(e.text), 0.75 * size,
                float(group.get("stroke-width"))))
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
        network, columns = [], self.columns()
        for before, column in zip(columns, columns[1:]):
            network.append([])
            for x, y, _ in column:
                lines = {line[0]: line for line in self.lines
                         if line[-1] == (x, y)}
                lines = [lines.pop((a, b)) for a, b, _ in before]
                # They stand as the inputs do, clear of the nodes around.
                heights = [line[1][1] for line in lines]
                assert heights == sorted(heights)
                assert len(set(heights)) == len(heights)
                network[-1].append([number(*self.at(*line[1]))
                                    for line in lines])
        assert len(self.lines) == sum(
            len(node) for nodes in network for node in nodes)
        return network


class Draw(unittest.TestCase):

    def check(self, inputs, network, biases=None, activation=relu):
        """Compare the picture of a network with `layer_values`."""
        picture = Picture(draw(inputs, network, biases, activation))
        values = layer_values(inputs, network, biases, activation)
        self.assertEqual(picture.values(), [[[str(x)] for x in vector]
                                            for vector in values])
        self.assertEqual(picture.weights(), network)
        self.assertFalse(sum(map(picture.near, picture.columns()[0]), []))
        for k, column in enumerate(picture.columns()[1:]):
            sums = layer(values[k], network[k], biases[k] if biases else None)
            for i, circle in enumerate(column):
                off = values[k + 1][i] == 0 != sums[i]
                notes = {f"node_{i}"}
                notes |= {f"bias {biases[k][i]}"} if biases else set()
                notes |= {f"was {sums[i]}"} if off else set()
                self.assertEqual(set(picture.near(circle)), notes)
                self.assertEqual(circle in picture.dashed, off)
        return picture

    def test_values_weights_and_notes(self):
        picture = self.check([2, 3], ARTICLE)
        for (x, _, _), name in zip(
                [column[0] for column in picture.columns()],
                ["inputs", "hidden layer", "output layer"]):
            self.assertIn((name, x), [text[:2] for text in picture.texts])
        self.assertEqual(len(self.check([5, 3], ARTICLE).dashed), 1)
        self.check([2, 3], [[[1, 1], [3, -2]], [[0, 0]]])     # a sum of 0
        self.check([5, 3], ARTICLE, None, identity)
        self.check([5, 3], [[[1, -2], [2, 1]], [[2, -1]]], [[1, -12], [-3]])

    def test_nothing_covers_anything(self):
        def overlap(a, b, margin=0):
            return (2 * abs(a[1] - b[1]) < a[3] + b[3] + margin
                    and 2 * abs(a[2] - b[2]) < a[4] + b[4] + margin)
        rng = random.Random(5)
        for sizes in [(1, 1), (2, 2, 1), (3, 3, 2), (4, 5, 3), (4, 6, 3),
                      (4, 1, 4), (1, 4, 2), (2, 4, 1, 3), (3, 3, 3, 3)]:
            for number in [lambda: rng.choice([1, -2, 3]), lambda: -12,
                           lambda: rng.uniform(-1, 0),
                           lambda: rng.choice([-0.0123456, -1.23457e-05])]:
                picture = Picture(draw(*random_network(
                    rng, number, rng.choice([True, False]), sizes)))
                for k, box in enumerate(picture.texts):
                    text, x, y, width, height, halo = box
                    for other in picture.texts[:k]:
                        self.assertFalse(overlap(box, other, halo),
                                         (sizes, box, other))
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

    def test_long_numbers_shrink_to_fit_their_place(self):
        picture = Picture(draw([1234567.0], [[[-0.123456789]]]))
        self.assertEqual(picture.values(), [[["1.23457e+06"]], [["-152416"]]])
        self.assertEqual(picture.weights(float), [[[-0.123457]]])

    def test_blank(self):
        network, biases = [[[7, 8], [-17, 18]], [[27, -28]]], [[1, -2], [3]]
        picture = Picture(draw([2, 3], network, biases, blank=True))
        self.assertEqual(picture.values(), [[["2"], ["3"]], [[], []], [[]]])
        self.assertEqual(picture.weights(), network)
        self.assertFalse(picture.dashed)
        self.assertNotIn("was", str(picture.texts))

    def test_it_stands_alone_and_fills_the_window(self):
        svg = draw([1], [[[1]]], [[mock.Mock(
            __radd__=lambda bias, x: x or bias, __str__=lambda bias: "<&>")]])
        self.assertIn("bias <&>", [text for text, *_ in Picture(svg).texts])
        for word in "href", "url(", "<style", "<script", " id=", "class=":
            self.assertNotIn(word, svg.encode("ascii").decode())
        self.assertFalse({"width", "height"} & set(Picture(svg).root.keys()))


class Page:
    """A handout as somebody reads it, who has the printed pages."""

    def __init__(self, page):
        self.example, *rest = [
            {"text": " ".join(re.sub("(?s)<svg.*?</svg>|<.*?>", "",
                                     part.replace("<u></u>", "___")).split()),
             "picture": part.count("<svg"),
             "rows": [[re.sub("<u></u>", "___", cell) for cell in re.findall(
                 "<t[hd].*?>([^\n]*?)(?=<t|\n)", row + "\n")]
                 for row in part.split("<tr>")[1:]]}
            for part in page.split("<section")[1:]]
        self.sheets = [part for part in rest if part["picture"]]
        self.keys = [part for part in rest if not part["picture"]]
        self.rows = [row for part in self.keys for row in part["rows"][1:]]
        self.pictures = list(map(Picture, re.findall(
            "<svg.*?</svg>", page, re.DOTALL)))


class Handout(unittest.TestCase):

    def solve(self, sheet, picture, row):
        """Solve a sheet from what is printed on it; compare with the key."""
        inputs = [int(text) for (text,) in picture.values()[0]]
        network, first = picture.weights(), inputs[0]
        self.assertFalse(sum(sum(picture.values()[1:], []), []))    # blank
        runs = sums, without, raised = [
            all_sums(inputs, network),
            all_sums(inputs, network, floor=-INFINITY),
            all_sums([first + 1] + inputs[1:], network)]
        cells = [str(x) if x > 0 else f"{x} &rarr; 0"
                 for x in sum(sums[:-1], [])] + list(map(str, sums[-1]))
        changes = [b - a for a, b in zip(sums[0], raised[0])]
        cells += [", ".join(map(str, numbers)) for numbers in (
            without[-1], raised[-1], changes)]
        self.assertEqual(row[1:], cells)
        self.assertIn(f"from {first} to {first + 1}.", sheet["text"])
        self.assertIn(f"forward({inputs}, [[{network[0][0]},", sheet["text"])
        for words, count in ("Output: ", len(sums[-1])), ("by ", len(changes)):
            self.assertRegex(sheet["text"], words + ", ".join(
                count * ["___"]) + "[^,_]")
        # The printed steps are those of `explain`, but for the blanks.
        steps = "\n".join(
            ("\n" if len(row) == 1 and "=" not in row[0] else "") + row[0]
            + "".join("\n        " + cell for cell in row[1:])
            for row in sheet["rows"])
        self.assertRegex(explain(inputs, network).split("\n\n", 1)[1],
                         "^" + r"\(?-?[0-9]+\)?".join(map(
                             re.escape, steps.strip().split("___"))) + "$")
        self.assertEqual(steps.count("___"), sum(
            len(nodes) * (1 + 2 * (k < len(network) - 1))   # sum; relu, value
            + len(nodes[0]) * (len(nodes) - 1 + len(nodes) * (k > 0))
            for k, nodes in enumerate(network)))
        return inputs, network, runs

    def check(self, inputs, network, runs):
        """Check what makes a good exercise; return if a node is off."""
        every = sum(sum(runs, []), [])
        self.assertNotIn(0, every + sum(sum(network, []), []))
        self.assertLessEqual(max(map(abs, every)), 12)
        self.assertGreater(inputs[0], 0)
        output, without, raised = [run[-1] for run in runs]
        off = [[x < 0 for x in sums] for sums in runs[0][:-1]]
        self.assertLessEqual(max(map(sum, off)), 1)
        self.assertEqual(output != without, any(map(any, off)))
        self.assertNotEqual(raised, without)
        for a, b in zip(output, raised):
            self.assertNotEqual(a, b)
        for k, nodes in enumerate(network):
            self.assertEqual(len(set(map(tuple, nodes))), len(nodes))
            for node, at in itertools.product(nodes, range(len(nodes[0]))):
                weight, outputs = node[at], set()
                for node[at] in weight, -999, -20, 0, 30, 999:
                    outputs.add(str(forward(inputs, network)))
                node[at] = weight
                self.assertEqual(len(outputs) == 1, k > 0 and off[k - 1][at])
        self.assertNotEqual(output, all_sums(inputs, [
            [node[::-1] for node in nodes] for nodes in network])[-1])
        return any(map(any, off))

    def test_each_sheet_has_the_key_that_its_numbers_give(self):
        off, total, numbers = 0, 0, [set(), set(), set()]
        for copies, sizes in [(60, (2, 2, 1)), (12, (3, 3, 2)),
                              (12, (2, 3, 2, 1)), (300, (1, 2, 1)),
                              (20, (2, 2, 3, 1)), (12, (1, 4, 3)),
                              (12, (4, 4, 4)), (20, (3, 3, 3, 3))]:
            page, networks = Page(handout(copies, 3, sizes)), set()
            for number, (sheet, picture, row) in enumerate(zip(
                    page.sheets, page.pictures[2:], page.rows), 1):
                self.assertEqual(row[0], str(number))
                inputs, network, runs = self.solve(sheet, picture, row)
                off += self.check(inputs, network, runs)
                self.assertEqual(
                    (len(inputs),) + tuple(map(len, network)), sizes)
                networks.add(str((inputs, network)))
                for found, more in zip(numbers, [
                        inputs, sum(sum(network, []), []),
                        map(abs, sum(runs[0], []))]):
                    found.update(more)
            self.assertEqual(len(networks), copies)
            total += copies
        self.assertEqual(numbers, [
            {-1, 1, 2, 3, 4, 5}, {-4, -3, -2, -1, 1, 2, 3, 4},
            set(range(1, 13))])
        self.assertAlmostEqual(off / total, 2 / 3, delta=0.07)

    def test_which_node_is_off_is_drawn_by_the_seed(self):
        rows = Page(handout(90, 3)).rows
        kinds = ["".join("+-"["rarr" in cell] for cell in row[1:3])
                 for row in rows]
        self.assertEqual(set(kinds), {"++", "+-", "-+"})
        self.assertGreater(len(set(zip(kinds, kinds[1:], kinds[2:]))), 20)
        self.assertTrue(30 < sum(row[3][0] == "-" for row in rows) < 60)

    def test_no_type_under_8_points_and_no_pitch_under_9_mm(self):
        for sizes in itertools.chain(
                itertools.product((1, 2, 3, 4), (2, 3, 4), (1, 2, 3, 4)),
                itertools.product((1, 2, 3), (2, 3), (2, 3), (1, 2, 3))):
            page = handout(1, 7, sizes)
            points, height, pitch = [float(re.search(
                name + ": ([0-9.]+)", page.split("<section")[2])[1])
                for name in ("font-size", "--picture", "line-height")]
            self.assertTrue(9 <= points <= 12.5 and 9 <= pitch <= 11.5)
            picture = Page(page).pictures[2]
            scale = min(height / picture.height, 188 / picture.width)   # mm
            self.assertGreater(scale * 72 / 25.4 * min(
                float(e.get("font-size")) for e in picture.each("text")), 8)
            if sizes == (2, 2, 1):
                self.assertTrue(points > 11.5 and pitch > 10.5 and height > 45)

    def test_no_search_runs_forever(self):
        with mock.patch.object(neuralbasics, "dot", lambda a, b: 42):
            with self.assertRaises(RuntimeError):
                handout()

    def test_the_example_page(self):
        page = Page(handout(1, 7))
        text = page.example["text"]
        for picture, inputs in zip(page.pictures, ([2, 3], [5, 3])):
            self.assertEqual(picture.values(), [
                [[str(x)] for x in vector]
                for vector in layer_values(inputs, ARTICLE)])
            self.assertIn(" ".join(explain(inputs, ARTICLE).split()), text)
        self.assertEqual([len(p.dashed) for p in page.pictures[:2]], [0, 1])
        (call,) = re.findall(r"&gt; (forward\(.*?\)) \[", text)
        self.assertIn(f"{call} {eval(call)}", text)
        self.assertIn("output is {}. Without relu, it would be 8*2 + (-2)*(-1)"
                      " = {}.".format(*forward([5, 3], ARTICLE), *forward(
                          [5, 3], ARTICLE, None, identity)), text)
        rises = [[forward([age, 4], ARTICLE, None, activation)[0]
                  - forward([age, 3], ARTICLE, None, activation)[0]
                  for age in (2, 5)] for activation in (relu, identity)]
        self.assertIn("Example: by {} and by {}.".format(*rises[0]),
                      page.keys[0]["text"])
        self.assertIn(f"Without relu: by {rises[1][0]} for both.", text)
        self.assertEqual(*rises[1])

    def test_the_key(self):
        for copies, rows in (30, [30]), (75, [30, 30, 15]):
            page = Page(handout(copies, 7, (2, 3, 1)))
            self.assertEqual([len(key["rows"]) - 1 for key in page.keys], rows)
            for key in page.keys:
                self.assertIn("Set 7, 2-3-1", key["text"])
                self.assertEqual(key["rows"][0][:3],
                                 ["sheet", "hidden layer", "output layer"])
                boxes = len(key["rows"][1]) - 1
                self.assertIn(
                    f"Marks: {boxes + 4}. One for each of the {boxes} boxes "
                    "after the sheet's number, and one each for: why in 1, "
                    "rings in 2, which in 3, why in 3.", key["text"])
            self.assertEqual([row[0] for row in page.rows],
                             list(map(str, range(1, copies + 1))))
            for number, sheet in enumerate(page.sheets, 1):
                self.assertRegex(
                    sheet["text"], "Name: ___+ .*Date: ___+ Set 7, 2-3-1, "
                    f"sheet {number} of {copies} ")

    def test_every_python_makes_the_same_worksheets_of_a_seed(self):
        class OnlyRandom:           # only random() is promised to stay
            def __init__(self, seed, Random=random.Random):
                self.random = Random(seed).random
        page = handout(3, 7)
        self.assertEqual(Page(page).rows, Page(handout(5, 7)).rows[:3])
        with mock.patch("random.Random", OnlyRandom):
            self.assertEqual(handout(3, 7), page)

    def test_the_page_says_how_to_make_it_again(self):
        for arguments in (), (2,), (2, 9, [3, 2, 4]), (1, 0), (1, 999999):
            page = handout(*arguments)
            words = shlex.split(re.search(
                "python neuralbasics.py(.*)", Page(page).keys[0]["text"])[1])
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                self.assertEqual(main(words + ["-o", "-"]), 0)
            self.assertEqual(out.getvalue(), page.encode("ascii").decode()
                             + "\n")
        self.assertGreater(len({handout() for _ in range(9)}), 1)

    def test_what_cannot_be_printed(self):
        for sizes in [(), (2, 1), (2, 2, 2, 2, 1), (0, 2, 1), (2, 1, 1),
                      (3, 2, 1, 3), (2, 2, 0), (5, 2, 1), (2, 5, 1),
                      (2, 2, 5), (4, 2, 2, 1), (2, 2, 2, 4)]:
            self.assertRaisesRegex(ValueError, "1 to 4", handout, 1, 7, sizes)
        for arguments in (0,), (1001,), (1, -1), (1, 10 ** 6), (1, 0.5):
            self.assertRaisesRegex(ValueError, "1 to 1000", handout,
                                   *arguments)


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
                    status = main(list(words))
                except SystemExit as stop:
                    status = stop.code
        return status, out.getvalue(), err.getvalue()

    def refused(self, part, *words):
        """Check for argparse's usage and one line that has `part` in it."""
        status, out, err = self.run_main(*words)
        self.assertEqual((status, out, err[:7]), (2, "", "usage: "))
        self.assertIn(part, err.splitlines()[-1])
        self.assertEqual("error: net.json: " in err, "net.json" in words, err)

    def write(self, text, name="net.json"):
        with open(name, "wb") as file:
            file.write(text.encode("utf-8"))

    def process(self, *words, env=(), **options):
        environment = dict(os.environ, **dict(env))
        environment.pop("PYTHONUNBUFFERED", None)   # as most people have it
        return subprocess.run(
            [sys.executable, MODULE] + list(words), stderr=subprocess.PIPE,
            env=environment, universal_newlines=True, **options)

    def test_explain(self):
        for words, inputs in [("", [2, 3]), ("explain 4 -1", [4, -1]),
                              ("explain 0.5 -.25", [0.5, -0.25])]:
            self.assertEqual(self.run_main(*words.split()),
                             (0, explain(inputs, ARTICLE) + "\n", ""))
        self.assertIn("\n    handout ", self.run_main("--help")[1])
        self.assertIn("--copies", self.run_main("handout", "--help")[1])
        network = {"inputs": [6, 3], "network": ARTICLE,
                   "biases": [[1, 0.5], [3]]}
        self.write("\ufeff" + json.dumps(network))      # Notepad's mark, too
        self.assertEqual(
            self.run_main("draw", "--network", "net.json", "-o", "-"),
            (0, draw(**network) + "\n", ""))

    def test_words_that_do_not_fit(self):
        for part, words in [
                ("'four'", "explain four 1"), ("'teach'", "teach"),
                ("there are 3 inputs", "explain 1 2 3"),
                ("there is 1 input", "draw 1"),
                ("copies", "handout --copies 0"),
                ("sizes", "handout --sizes 4 4 4 2"),
                ("'two'", "handout --sizes 2 two 1"),
                ("none", "draw -o none/a.svg"),
                ("off.png must end in .svg", "draw -o off.png"),
                ("a.svg must end in .html", "handout -o a.svg")]:
            self.refused(part, *words.split())
        self.refused("No such file", "draw", "--network", "")
        self.assertEqual(os.listdir("."), [])

    def test_files_that_do_not_fit(self):
        os.mkdir("folder")
        self.refused("none.json", "explain", "--network", "none.json")
        self.refused("folder", "explain", "--network", "folder")
        for text, part in [
                ("no JSON", ""), ("[" * 100000, ""), ("[[[1]]]", "mapping"),
                ("{}", '"network" is missing'), ('{"network": "\\ud8', ""),
                ('{"network": [[[1]]], "bias": [[1]]}', '"bias" is not known'),
                ('{"network": [[[1]]], "blank": 1}', '"blank" is not known'),
                ('{"network": [[["1"]]]}', "network[0][0][0] is '1', not"),
                ('{"network": [[[1' + 400 * "0" + "]], [[0.5]]]}", "large")]:
            self.write(text)
            self.refused(part, "explain", "--network", "net.json", "1")
        self.write('{"network": [[[1]]]}')
        self.refused('"inputs" is missing', "explain", "--network", "net.json")
        with open("net.json", "wb") as file:
            file.write(b'{"network": "\xff"}')
        self.refused("utf-8", "explain", "--network", "net.json", "1")

    def test_draw_and_handout_make_files(self):
        for words, name, text in [
                ("draw", "network.svg", draw([2, 3], ARTICLE)),
                ("draw 4 -1 --blank -o B.SVG", "B.SVG",
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

    def test_a_fault_of_our_own_is_not_told_as_the_users(self):
        with mock.patch.object(neuralbasics, "_steps", lambda node: 1 + ""):
            with self.assertRaises(TypeError):
                self.run_main("explain")

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a full disk")
    def test_as_a_program(self):
        done = self.process("explain", "4", stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        name = "\u753b.svg".encode()
        done = self.process("draw", "-o", name, stdout=subprocess.PIPE,
                            env={"PYTHONIOENCODING": "cp1252",
                                 "LC_ALL": "C.UTF-8"})
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(os.listdir(b"."), [name])
        read, write = os.pipe()
        os.close(read)                          # nobody reads
        done = self.process(stdout=write)
        os.close(write)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        with open("/dev/full", "w") as full:
            done = self.process(stdout=full)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("No space left on device", done.stderr)
        self.assertNotIn("Traceback", done.stderr)

    def test_in_a_notebook_it_only_defines_its_functions(self):
        with open(MODULE) as file:
            source = file.read()
        names = {"__name__": "__main__"}        # a cell has no __file__
        with mock.patch.object(sys, "argv", ["kernel", "-f", "k.json"]):
            exec(source, names)
        self.assertEqual(names["forward"]([2, 3], ARTICLE), [9])


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

    def test_what_it_says(self):
        (steps,) = self.blocks("")
        self.assertEqual(steps, self.run_main("explain", "5", "3")[1])
        page = Page(handout(30, 7))
        self.assertIn(f" {1 + len(page.sheets) + len(page.keys)} pages, ",
                      self.text)
        minutes = re.findall(r"(?<!of )\b([0-9]+) minutes", self.text)
        self.assertEqual(sum(map(int, minutes)), 45)
        self.assertLessEqual(len(self.text.split()), 1000)

    def test_the_table_of_functions(self):
        calls = re.findall(r"^\| `(\w+\(.*?\))` \|", self.text, re.MULTILINE)
        self.assertEqual(calls, [
            name + re.sub("<function ([a-z]+) at .*?>", r"\1", str(
                inspect.signature(getattr(neuralbasics, name))))
            for name in neuralbasics.__all__])

    def test_every_command_works(self):
        with open("net.json", "w") as file:
            file.write(self.blocks("json")[0])
        commands = re.findall("^    python neuralbasics.py(.*)", self.text,
                              re.MULTILINE)
        self.assertGreater(len(commands), 5)
        for command in commands:
            self.assertEqual(self.run_main(*shlex.split(command))[0], 0,
                             command)
        for sizes in re.search("up to ([0-9 ]+) and ([0-9 ]+),",
                               self.text).groups():
            handout(1, 7, list(map(int, sizes.split())))

    def test_networks_of_other_libraries(self):
        class Matrix(list):
            tolist = list.copy
            T = property(lambda self: Matrix(map(list, zip(*self))))

        def part(kind, weight=None, bias=None):
            return type(kind, (), {"weight": weight, "bias": bias})()
        weights = [Matrix([[1, 1], [-1, 1], [0, 2]]), Matrix([[2, -1, 3]])]
        biases = [Matrix([1, -5, 0]), Matrix([0.5])]
        linear = [part("Linear", *both) for both in zip(weights, biases)]
        sklearn, torch = [code for code in self.blocks("python")
                          if "model" in code]

        def fitted(activation):
            return types.SimpleNamespace(
                coefs_=[matrix.T for matrix in weights], intercepts_=biases,
                activation=activation)
        last = part("Linear", weights[1])
        for code, model, kept in [
                (sklearn, fitted("relu"), biases),
                (torch, [linear[0], part("ReLU"), last], [biases[0], None])]:
            exec(code, {"model": model})
            self.assertEqual(self.run_main(
                "explain", "--network", "model.json", "2", "3"),
                (0, explain([2, 3], weights, kept) + "\n", ""))
            with self.assertRaises(FileExistsError):
                exec(code, {"model": model})
            os.remove("model.json")
        for code, model in [
                (sklearn, fitted("tanh")), (torch, linear),
                (torch, linear[:1] + [part("Sigmoid")] + linear[1:]),
                (torch, [linear[0], part("ReLU")]),
                (torch, linear[:1] + [part("BatchNorm1d"), part("ReLU")]
                 + linear[1:])]:
            with self.assertRaisesRegex(ValueError, "only for"):
                exec(code, {"model": model})
        self.assertEqual(os.listdir("."), [])


class File(unittest.TestCase):

    def test_it_prints_everywhere_and_has_no_annotations(self):
        with open(MODULE, "rb") as file:
            source = file.read().decode("ascii")
        self.assertLess(max(map(len, source.splitlines())), 80)
        self.assertLessEqual(len(source.splitlines()), 700)
        for node in ast.walk(ast.parse(source)):
            self.assertNotIsInstance(node, ast.AnnAssign)
            self.assertIsNone(getattr(node, "annotation", None))
            self.assertIsNone(getattr(node, "returns", None))


if __name__ == "__main__":
    unittest.main()
