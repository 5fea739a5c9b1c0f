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
import runpy
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


def random_network(rng, number, biases=True):
    """Return inputs, weights and biases of a random shape."""
    sizes = [rng.randint(1, 4) for _ in range(rng.randint(2, 4))]
    weights = [[[number() for _ in range(before)] for _ in range(nodes)]
               for before, nodes in zip(sizes, sizes[1:])]
    return [number() for _ in range(sizes[0])], weights, [
        [number() for _ in nodes] for nodes in weights] if biases else None


def all_sums(inputs, weights, biases=None, floor=0):
    """Return the exact sums of all nodes, worked out from the output back.

    No hidden node's value is below `floor`: 0 with relu.
    """
    def node_sum(at, node):
        total = Fraction(biases[at][node] if biases else 0)
        for before, weight in enumerate(weights[at][node]):
            total += Fraction(weight) * (max(
                node_sum(at - 1, before), floor) if at
                else Fraction(inputs[before]))
        return total
    return [[node_sum(at, node) for node in range(len(nodes))]
            for at, nodes in enumerate(weights)]


class Lesson(unittest.TestCase):

    def test_every_python_has_the_same_dot(self):
        with mock.patch.dict(vars(math)), mock.patch.dict(vars(operator)):
            for name in "nothing", "sumprod", "mul":
                vars(math).pop(name, None)
                vars(operator).pop(name, None)
                names = runpy.run_path(MODULE)
                for a, b, product in [([1, 2, 3], (4, 5, 6), 32), ([], (), 0),
                                      ([-7], [0.5], -3.5)]:
                    self.assertEqual(names["dot"](a, b), product)
                self.assertEqual(names["forward"]((2, 3), ARTICLE), [9])

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
        self.assertEqual(        # numbers that have no order, like micrograd's
            forward([2j, 3], ARTICLE, activation=lambda x: x * x), [5 + 36j])
        for biases, output in ([None, [3]], 12), ([[1, 2], None], 9):
            self.assertEqual(explain([2, 3], ARTICLE, biases).split()[-1],
                             str(output))

    def test_nothing_is_changed_and_nothing_is_shared(self):
        network = [2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [[0, 0], [0]]
        before = json.dumps(network)
        explain(*network)
        for vector in layer_values(*network) + [forward(*network)]:
            vector.append(0)
        self.assertEqual(json.dumps(network), before)


class Faults(unittest.TestCase):

    def refused(self, message, function, *arguments):
        with self.assertRaises((TypeError, ValueError)) as caught:
            function(*arguments)
        self.assertEqual(str(caught.exception), message)
        self.assertEqual(type(caught.exception), TypeError if re.search(
            "not a number|not a function", message) else ValueError)
        # A learner should see one traceback, not the story behind it.
        self.assertTrue(caught.exception.__context__ is None
                        or caught.exception.__suppress_context__)

    def test_each_message(self):
        def fussy(x):
            raise TypeError("today, x is not a number")
        two = array("d", [2, 3])                # NumPy's have tolist, too
        shown = "array('d', [2.0, 3.0]), not a list: use "
        for message, function, *arguments in [
                ("a has length 2, but b has length 1", dot, [2, 3], [1]),
                ("weights is empty: a layer needs at least one node",
                 layer, [2, 3], []),
                ("biases has 1 item, but weights has 2 nodes",
                 layer, [2, 3], [[1, 1], [1, 1]], [1]),
                ("weights[0][1] has 1 weight, but there are 2 inputs",
                 forward, [2, 3], [[[1, 1], [-1]], [[2, -1]]]),
                ("weights[0][0] has 2 weights, but there is 1 input",
                 forward, [2], ARTICLE),
                ("weights[1][0] has 3 weights, but weights[0] gives it 2 "
                 "values", forward, [2, 3], [[[1, 1], [-1, 1]], [[2, -1, 7]]]),
                ("inputs is empty: a network needs at least one input",
                 forward, [], [[[]]]),
                ("weights is empty: a network needs at least one layer",
                 forward, [2, 3], []),
                ("weights[1] is empty: a layer needs at least one node",
                 forward, [2, 3], [[[1, 1]], []]),
                ("biases has 1 item, but weights has 2 layers",
                 forward, [2, 3], ARTICLE, [[1, 1]]),
                ("weights[0] is 1, not a list: brackets may be missing",
                 layer, [2, 3], [1, 1]),
                ("weights[0][0] is 1, not a list: brackets may be missing",
                 forward, [2, 3], [[1, 1], [-1, 1]]),
                ("biases[0] is '" + 59 * "x" + ", not a list",
                 forward, [2, 3], ARTICLE, [100 * "x", [1]]),
                (f"inputs is {shown}inputs.tolist()", layer, two, [[1, 1]]),
                (f"weights[0][0] is {shown}weights[0][0].tolist()",
                 forward, [2, 3], [[two]]),
                ("inputs[1] is '3', not a number", forward, [2, "3"], ARTICLE),
                ("inputs[0] is [2, 3], not a number",
                 forward, [[2, 3]], [[[1]]]),
                ("weights[0][0][1] is '-1', not a number",
                 forward, [2, 3], [[[1, "-1"]]]),
                ("biases[1][0] is None, not a number",
                 forward, [2, 3], ARTICLE, [[1, 1], [None]]),
                ("activation is 'relu', not a function",
                 forward, [2, 3], ARTICLE, None, "relu"),
                ("the activation's result for weights[0][0] is None, not a "
                 "number", forward, [2, 3], ARTICLE, None, lambda x: None),
                ("today, x is not a number",
                 forward, [2, 3], ARTICLE, None, fussy)]:
            self.refused(message, function, *arguments)
        for function, weights in (layer, ARTICLE[0]), (forward, ARTICLE):
            with self.assertRaisesRegex(
                    ValueError, "^biases is .*, not a list: did you mean "
                    "activation=relu[?]$"):
                function([2, 3], weights, relu)

    def test_all_functions_refuse_alike(self):
        for arguments in [
                ([2, 3], [[[1, 1], [-1]], [[2, -1]]]), (None, ARTICLE),
                (["", 3], ARTICLE), ([2, 3], ARTICLE, None, "relu")]:
            faults = set()
            for function in forward, layer_values, explain, draw:
                with self.assertRaises((TypeError, ValueError)) as caught:
                    function(*arguments)
                faults.add(repr(caught.exception))
            self.assertEqual(len(faults), 1)


class Explain(unittest.TestCase):

    def check(self, text):
        """Return how many lines have an =, and how many of them say "about".

        Without that word, what is left of = is equal in Python to the right.
        """
        pairs = [re.sub("^(node_[0-9]+: | +)", "", line).split(" = ")
                 for line in text.splitlines() if "=" in line]
        about = 0
        for left, right in pairs:
            value = eval(left, {"relu": relu})
            if right.startswith("about "):
                about += 1
                self.assertNotEqual(value, float(right[6:]), left)
            else:
                self.assertEqual(value, eval(right), left)
        return len(pairs), about

    def test_headings_and_numbers(self):
        text = explain([1, -2], [[[1, -1]], [[-3]], [[2], [0]]],
                       [[-4], [1], [0, -5]])
        self.assertEqual(text.split("\n\n")[1:], [
            "hidden layer 0\nnode_0: 1*1 + (-2)*(-1) + (-4) = -1\n"
            "        relu(-1) = 0", "hidden layer 1\nnode_0: 0*(-3) + 1 = 1\n"
            "        relu(1) = 1", "output layer\nnode_0: 1*2 + 0 = 2\n"
            "node_1: 1*0 + (-5) = -5", "output: 2, -5"])
        for number, shown in [
                (0.1 + 0.2, "0.3"), (1.0, "1"), (-0.0, "0"), (1e-7, "1e-07"),
                (1234567.0, "1.23457e+06"), (10 ** 30, "1" + 30 * "0"),
                (Fraction(1, 3), "1/3"), (Decimal("0.10"), "0.10")]:
            self.assertEqual(explain([number], [[[1]]]).splitlines()[0],
                             "inputs: " + shown)
        self.assertIn("node_0: (1/3)*(-1/2) + (1/6) = 0\n", explain(
            [Fraction(1, 3)], [[[Fraction(-1, 2)]]], [[Fraction(1, 6)]]))
        self.assertIn("node_0: nan*1 + 2*1 = nan\n",
                      explain([NAN, 2], [[[1, 1]]]))

    def test_random_networks_are_shown_as_they_are(self):
        rng = random.Random(4)
        bare = about = 0
        for trial in range(180):
            inputs, weights, biases = network = random_network(
                rng, [lambda: rng.randint(-9, 9),
                      lambda: rng.uniform(-1, 1),
                      lambda: rng.choice([1.0000001, -1.0, 1 / 3])][trial % 3],
                biases=trial % 2)
            text = explain(*network)
            lines, rounded = self.check(text)
            self.assertEqual(lines, sum(map(len, weights + weights[:-1])))
            bare, about = bare + lines - rounded, about + rounded
            nodes = re.findall("^node_[0-9]: (.*) = (?:about )?(.*)", text,
                               re.MULTILINE)
            for (left, shown), node, number in zip(
                    nodes, sum(weights, []),
                    map(float, sum(all_sums(*network), []))):
                self.assertAlmostEqual(float(shown), number, delta=(
                    6e-6 * abs(number) + 1e-12 if trial % 3 else 0))
                self.assertEqual(
                    re.findall(r"[*]\(?([^ )]+)", left),
                    [f"{weight:.6g}" for weight in node])
            self.assertEqual(rounded * (trial % 3 == 0), 0)
        self.assertGreater(min(about, bare), 200)

    def test_rounding_and_the_activation(self):
        self.assertIn("node_0: 1*1e+07 + (-1e+07) = about 1\n"
                      "        relu(1) = 1\n", explain(
                          [1.0000001], [[[1e7]], [[1]]], [[-1e7], [0]]))
        calls = []

        def third(x):
            calls.append(x)
            return x / 3
        text = explain([1.0000001, 6], [[[1, 0], [0, 1], [0, 0.1], [0, 1/3]],
                                        [[1, 1, 1, 1]]], None, third)
        self.assertEqual(calls, [1.0000001, 6, 6 * 0.1, 2])     # true sums
        for line in ["third(1) = about 0.333333\n", "third(6) = 2\n",
                     "third(0.6) = about 0.2\n", "third(2) = about 0.666667"]:
            self.assertIn("        " + line, text)
        network = [2], [[[-3]], [[1]]], None
        self.assertEqual(explain(*network, identity).splitlines()[3:],
                         ["node_0: 2*(-3) = -6", "", "output layer",
                          "node_0: (-6)*1 = -6", "", "output: -6"])
        self.assertIn("        activation(-6) = 6\n", explain(
            *network, mock.Mock(spec=[], side_effect=abs)))

    def test_blank_leaves_what_is_to_be_found(self):
        network = [2, 3], [[[7, 8], [-9, 5]], [[4, -6], [5, 5]]], [
            [1, -2], [3, 4]]
        lines = explain(*network, blank=True).splitlines()
        for line, full in zip(lines, explain(*network).splitlines()):
            self.assertRegex(full, "^" + r"\(?-?[0-9]+\)?".join(
                map(re.escape, re.split("_____+", line))) + "$")
        self.assertEqual(
            [len(re.findall("_____+", line)) for line in lines],
            [0, 0, 0, 1, 2, 3, 2, 0, 0, 3, 5, 0, 2])


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
        self.lines = [tuple(float(e.get(name))
                            for name in ("x1", "y1", "x2", "y2"))
                      for e in self.each("line")]
        # Words, middle, width and height; few letters are wider than that.
        self.texts = []
        for e in self.each("text"):
            size = float(e.get("font-size"))
            self.texts.append((
                e.text, float(e.get("x")), float(e.get("y")) - 0.35 * size,
                0.6 * size * len(e.text), size))
            assert 0 < float(e.get("stroke-width")) < size      # its halo
        assert not "".join(e.tail or "" for e in self.root.iter()).strip()

    def each(self, name):
        return self.root.iter("{http://www.w3.org/2000/svg}" + name)

    def columns(self):
        """Return the circles from left to right, each from the top down."""
        columns = {}
        for circle in sorted(self.circles):
            columns.setdefault(circle[0], []).append(circle)
        return [columns[x] for x in sorted(columns)]

    def inside(self, circle):
        x, y, radius = circle
        return [text for text, a, b, width, _ in self.texts
                if math.hypot(a - x, b - y) < 3 and width / 2 <= radius]

    def values(self):
        return [list(map(self.inside, column)) for column in self.columns()]

    def near(self, circle):
        """Return the texts straight above and below a circle."""
        column = [other for other in self.circles if other[0] == circle[0]]
        return [text for text, x, y, _, _ in self.texts
                if x == circle[0] and abs(circle[1] - y) > circle[2]
                and not re.match("inputs|hidden|output", text)
                and min(column, key=lambda c: abs(c[1] - y)) == circle]

    def weights(self, number=int):
        """Return the weights, each read from the second half of its line."""
        lines, columns, weights = set(self.lines), self.columns(), []
        for before, column in zip(columns, columns[1:]):
            weights.append([[] for _ in column])
            for node, (x2, y2, _) in zip(weights[-1], column):
                for x1, y1, _ in before:
                    lines.remove((x1, y1, x2, y2))
                    (text,) = [
                        text for text, x, y, _, _ in self.texts
                        if 0.49 < (x - x1) / (x2 - x1) < 1 and abs(
                            y1 + (x - x1) / (x2 - x1) * (y2 - y1) - y) < 2]
                    node.append(number(text))
        assert not lines
        return weights


class Draw(unittest.TestCase):

    def check(self, inputs, weights, biases=None, activation=relu):
        """Compare the picture of a network with `layer_values`."""
        picture = Picture(draw(inputs, weights, biases, activation))
        values = layer_values(inputs, weights, biases, activation)
        self.assertEqual(picture.values(), [[[str(x)] for x in vector]
                                            for vector in values])
        self.assertEqual(picture.weights(), weights)
        self.assertFalse(sum(map(picture.near, picture.columns()[0]), []))
        for k, column in enumerate(picture.columns()[1:]):
            sums = layer(values[k], weights[k], biases[k] if biases else None)
            for i, circle in enumerate(column):
                off = values[k + 1][i] == 0 != sums[i]
                notes = [f"node_{i}"]
                notes += [f"bias {biases[k][i]}"] if biases else []
                notes += [f"was {sums[i]}"] if off else []
                self.assertEqual(picture.near(circle), notes)
                self.assertEqual(circle in picture.dashed, off)
        return picture

    def test_values_weights_and_notes(self):
        picture = self.check([2, 3], ARTICLE)
        self.assertIn("inputs: 2, 3; hidden layer: 5, 1; output layer: 9",
                      [e.text for e in picture.each("title")])
        for (x, _, _), name in zip(
                [column[0] for column in picture.columns()],
                ["inputs", "hidden layer", "output layer"]):
            self.assertIn((name, x), [text[:2] for text in picture.texts])
        self.assertEqual(len(self.check([5, 3], ARTICLE).dashed), 1)
        self.check([2, 3], [[[1, 1], [3, -2]], [[0, 0]]])     # a sum of 0
        self.check([5, 3], ARTICLE, None, identity)
        self.check([5, 3], [[[1, -2], [2, 1]], [[2, -1]]], [[1, -12], [-3]])

    def test_every_label_can_be_read(self):
        def overlap(a, b):
            return (2 * abs(a[1] - b[1]) < a[3] + b[3]
                    and 2 * abs(a[2] - b[2]) < a[4] + b[4])
        rng = random.Random(5)
        for sizes in [(1, 1), (2, 2, 1), (3, 3, 2), (4, 4, 4, 2), (4, 1, 4),
                      (1, 4, 2), (2, 4, 1, 3), (6, 7, 5)]:
            for numbers in [-12], [1, -2, 3], [-12, -2.25], [-2.25]:
                weights = [[[rng.choice(numbers) for _ in range(before)]
                            for _ in range(nodes)]
                           for before, nodes in zip(sizes, sizes[1:])]
                biases = rng.choice([None, [
                    [rng.choice(numbers) for _ in nodes]
                    for nodes in weights]])
                picture = Picture(draw(
                    [rng.randint(1, 5) for _ in range(sizes[0])], weights,
                    biases))
                self.assertLess(picture.width + picture.height, max(
                    x for x, _, _ in picture.circles) + max(
                    y for _, y, _ in picture.circles) + 200)    # no waste
                for k, box in enumerate(picture.texts):
                    text, x, y, width, height = box
                    for other in picture.texts[:k]:
                        self.assertFalse(overlap(box, other),
                                         (sizes, box, other))
                    self.assertGreaterEqual(min(
                        x - width / 2, y - height / 2,
                        picture.width - x - width / 2,
                        picture.height - y - height / 2), 0, box)
                    for circle in picture.circles:
                        if text not in picture.inside(circle):
                            self.assertFalse(overlap(box, (
                                "", circle[0], circle[1], 2 * circle[2],
                                2 * circle[2])), (box, circle))
                    if re.match("-12|-?[123]$|node", text):     # not shrunk
                        self.assertGreaterEqual(height, picture.texts[0][4])

    def test_long_numbers_shrink_to_fit_their_place(self):
        picture = Picture(draw([1234567.0], [[[-0.123456789]]]))
        self.assertEqual(picture.values(), [[["1.23457e+06"]], [["-152416"]]])
        self.assertEqual(picture.weights(float), [[[-0.123457]]])

    def test_blank(self):
        weights, biases = [[[7, 8], [-17, 18]], [[27, -28]]], [[1, -2], [3]]
        svg = draw([2, 3], weights, biases, blank=True)
        picture = Picture(svg)
        self.assertEqual(picture.values(), [[["2"], ["3"]], [[], []], [[]]])
        self.assertEqual(picture.weights(), weights)
        self.assertFalse(picture.dashed)
        self.assertIn("output layer: ?<", svg)              # in the title, too

    def test_it_stands_alone(self):
        svg = draw([1], [[[1]]], [[mock.Mock(
            __radd__=lambda bias, x: x, __str__=lambda bias: "<&>")]])
        self.assertIn("bias <&>", [text for text, *_ in Picture(svg).texts])
        for word in "href", "url(", "<style", "<script", " id=", "class=":
            self.assertNotIn(word, svg.encode("ascii").decode())


class Page:
    """A handout as somebody reads it, who has the printed pages."""

    def __init__(self, page):
        def find(tag, text):
            return re.findall(f"<{tag}.*?>(.*?)</{tag}>", text, re.DOTALL)
        self.example, *rest = [
            {"text": re.sub("(?s)<svg.*?</svg>|<.*?>", "", part),
             "stray": re.sub(r"(?s)<(svg|pre|p|th|td)\b.*?</\1>|<.*?>", "",
                             part.partition("</h1>")[2]).strip(),
             "pre": "\n".join(find("pre", part)),
             "rows": [find("t[hd]", row) for row in find("tr", part)]}
            for part in page.split("<h1>")[1:]]
        assert not any(part["stray"] for part in rest)
        self.sheets = [part for part in rest if not part["rows"]]
        self.keys = [part for part in rest if part["rows"]]
        self.rows = [row for part in self.keys for row in part["rows"][1:]]
        self.pictures = list(map(Picture, re.findall(
            "<svg.*?</svg>", page, re.DOTALL)))


class Handout(unittest.TestCase):

    def check_sheet(self, sheet, picture, row):
        """Solve a sheet from what is printed on it; return its numbers."""
        inputs = [int(text) for (text,) in picture.values()[0]]
        weights = picture.weights()
        self.assertFalse(sum(sum(picture.values()[1:], []), []))    # blank
        sums = all_sums(inputs, weights)
        hidden, outputs = sum(sums[:-1], []), sums[-1]
        cells = [str(x) if x > 0 else f"0, was {x}" for x in hidden]
        cells += map(str, outputs)
        self.assertNotIn(0, hidden + outputs + sum(sum(weights, []), []))
        for others in all_sums(inputs, weights, floor=-INFINITY), all_sums(
                [inputs[0] + 1] + inputs[1:], weights):
            cells.append(", ".join(map(str, others[-1])))
            sums += others
        self.assertEqual(row[1:], cells)
        self.assertNotEqual(cells[-1], ", ".join(map(str, outputs)))
        self.assertLessEqual(max(map(abs, sum(sums, []))), 12)
        lines = explain(inputs, weights, blank=True).splitlines()
        self.assertEqual(sheet["pre"].splitlines(), list(filter(None, lines)))
        self.assertEqual(
            len(re.findall("_____+", sheet["text"].split("1. ")[1])),
            2 * len(outputs))
        return inputs, weights, hidden

    def test_each_sheet_has_the_key_that_its_numbers_give(self):
        for copies, sizes in [(60, (2, 2, 1)), (12, (3, 3, 2)),
                              (12, (2, 3, 2, 1)), (400, (1, 2, 1)),
                              (12, (4, 4, 4)), (12, (3, 3, 3, 3))]:
            page = Page(handout(copies, 3, sizes))
            networks, kinds = set(), []
            numbers = [set(), set(), set(), set()]
            for number, (sheet, picture, row) in enumerate(zip(
                    page.sheets, page.pictures[2:], page.rows), 1):
                self.assertEqual(row[0], str(number))
                inputs, weights, hidden = self.check_sheet(
                    sheet, picture, row)
                self.assertEqual(
                    (len(inputs),) + tuple(map(len, weights)), sizes)
                self.assertGreater(max(hidden), 0)
                kinds.append(min(hidden) > 0)
                networks.add(str((inputs, weights)))
                for found, more in zip(numbers, [
                        inputs, sum(sum(weights, []), []),
                        [i for i, x in enumerate(hidden) if x < 0],
                        map(abs, hidden)]):
                    found.update(more)
            self.assertEqual(kinds.count(True), copies // 2)
            self.assertEqual(len(networks), copies)
            if copies == 60:
                self.assertEqual(numbers, [{-1, 1, 2, 3, 4, 5},
                                           {-3, -2, -1, 1, 2, 3}, {0, 1},
                                           set(range(1, 13))])

    def test_the_example_page(self):
        page = Page(handout(1, 7))
        for picture, inputs in zip(page.pictures, ([2, 3], [5, 3])):
            self.assertEqual(picture.values(), [
                [[str(x)] for x in vector]
                for vector in layer_values(inputs, ARTICLE)])
            self.assertIn(explain(inputs, ARTICLE), page.example["pre"])
        self.assertEqual([len(p.dashed) for p in page.pictures[:2]], [0, 1])
        self.assertIn("The output goes from {} to {}.".format(*(
            forward(inputs, ARTICLE)[0] for inputs in ([2, 3], [5, 3]))),
            page.example["text"])

    def test_thirty_rows_of_the_key_to_a_page(self):
        for copies, rows in (30, [30]), (31, [30, 1]), (75, [30, 30, 15]):
            page = Page(handout(copies, 7, (2, 3, 1)))
            self.assertEqual([len(key["rows"]) - 1 for key in page.keys], rows)
            for key in page.keys:
                self.assertIn("Set 7", key["text"])
                self.assertEqual(key["rows"][0][:3],
                                 ["sheet", "hidden layer", "output layer"])
            self.assertEqual([row[0] for row in page.rows],
                             list(map(str, range(1, copies + 1))))
        for number, sheet in enumerate(page.sheets, 1):
            self.assertIn(f"Set 7, sheet {number} of 75", sheet["text"])
            self.assertRegex(sheet["text"], r"Name: ____+\s+Date:\s+____+")

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
            page.encode("ascii")
            words = shlex.split(re.search(
                "python neuralbasics.py(.*)", Page(page).keys[0]["text"])[1])
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                self.assertEqual(main(words + ["-o", "-"]), 0)
            self.assertEqual(out.getvalue(), page + "\n")
        self.assertGreater(len({handout() for _ in range(9)}), 1)

    def test_what_cannot_be_printed(self):
        for word, *arguments in [
                ("copies", 0), ("copies", 1001), ("copies", "3"),
                ("copies", 2.0), ("seed", 1, -1), ("seed", 1, 10 ** 6),
                ("seed", 1, "a"), ("seed", 1, 0.5)]:
            with self.assertRaisesRegex(ValueError, f"^{word} must be .* not"):
                handout(*arguments)
        for sizes in [(), 3, {2}, (2, 1), (2, 2, 2, 2, 1), (0, 2, 1),
                      (2, 1, 1), (3, 2, 1, 3), (2, 2, 0), (5, 2, 1), (2, 5, 1),
                      (2, 2, 5), (2.0, 2, 1), (4, 2, 2, 1), (2, 2, 2, 4)]:
            with self.assertRaisesRegex(ValueError, "^sizes must be .* not"):
                handout(1, 7, sizes)


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

    def refused(self, part, *words):
        """Check for argparse's usage and one line that has `part` in it."""
        status, out, err = self.run_main(*words)
        self.assertEqual((status, out), (2, ""))
        self.assertTrue(err.startswith("usage: "), err)
        self.assertIn(part, err.splitlines()[-1])
        self.assertEqual("error: net.json: " in err, "net.json" in words, err)
        self.assertNotIn("Traceback", err)

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
        for words, text in [
                ("", explain([2, 3], ARTICLE)),
                ("explain 4 -1", explain([4, -1], ARTICLE)),
                ("explain 0.5 -.25", explain([0.5, -0.25], ARTICLE)),
                ("explain 123456789 1", explain([123456789, 1], ARTICLE)),
                ("explain --blank", explain([2, 3], ARTICLE, blank=True)),
                ("--version", neuralbasics.__version__)]:
            self.assertEqual(self.run_main(*words.split()),
                             (0, text + "\n", ""))
        self.assertIn("\n    handout ", self.run_main("--help")[1])
        self.assertIn("--copies", self.run_main("handout", "--help")[1])
        network = {"inputs": [6, 3], "weights": ARTICLE,
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
                ("none", "draw -o none/a.svg")]:
            self.refused(part, *words.split())
        self.assertEqual(os.listdir("."), [])

    def test_files_that_do_not_fit(self):
        os.mkdir("folder")
        self.refused("none.json", "explain", "--network", "none.json")
        self.refused("folder", "explain", "--network", "folder")
        for text, part in [
                ("no JSON", "net.json: "), ("[" * 100000, "net.json: "),
                ("{}", "'weights'"), ("[[[1]]]", "object"),
                ('{"weights": [[[1]]], "bias": [[1]]}', "'bias'"),
                ('{"weights": [[[1]]], "blank": true}', "'blank'"),
                ('{"weights": [[[1]]], "activation": "relu"}', "'relu'"),
                ('{"weights": [[["1"]]]}',
                 "weights[0][0][0] is '1', not a number"),
                ('{"weights": [[[1' + 400 * "0" + "]], [[0.5]]]}",
                 "too large")]:
            self.write(text)
            self.refused(part, "explain", "--network", "net.json", "1")
        self.write('{"weights": [[[1]]]}')
        self.refused("'inputs'", "explain", "--network", "net.json")
        with open("net.json", "wb") as file:
            file.write(b'{"weights": "\xff"}')
        self.refused("utf-8", "explain", "--network", "net.json", "1")

    def test_draw_and_handout_make_files(self):
        for words, name, text in [
                ("draw", "network.svg", draw([2, 3], ARTICLE)),
                ("draw 4 -1 --blank -o b.svg", "b.svg",
                 draw([4, -1], ARTICLE, blank=True)),
                ("handout --seed 7", "handout.html", handout(1, 7)),
                ("handout --copies 2 --seed 8 --sizes 3 3 2 -o d.html",
                 "d.html", handout(2, 8, [3, 3, 2]))]:
            status, out, err = self.run_main(*words.split())
            self.assertEqual((status, out), (0, ""))
            self.assertIn(name, err)
            for _ in "once", "twice":           # what is there stays
                with open(name, "rb") as file:
                    self.assertEqual(file.read().decode(), text + "\n")
                self.refused(name, *words.split())
            self.assertEqual(self.run_main(*words.split(), "-o", "-"),
                             (0, text + "\n", ""))

    def test_what_stops_the_writing_leaves_no_file(self):
        class Text(str):
            def __add__(self, other):
                raise KeyboardInterrupt

        def explain(**network):
            return Text()
        with mock.patch.object(neuralbasics, "explain", explain):
            with self.assertRaises(KeyboardInterrupt):
                self.run_main("explain", "-o", "a.txt")
        self.assertEqual(os.listdir("."), [])

    @unittest.skipUnless(os.path.exists("/dev/full"), "needs a full disk")
    def test_as_a_program(self):
        done = self.process("explain", "4", stdout=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        done = self.process("draw", "-o", "\u753b.svg", stdout=subprocess.PIPE,
                            env={"PYTHONIOENCODING": "cp1252",
                                 "LC_ALL": "C.UTF-8"})
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(os.listdir("."), ["\u753b.svg"])
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
        steps, sheet = self.blocks("")
        self.assertEqual(steps, self.run_main()[1])
        page = Page(handout(30, 7))
        self.assertEqual(sheet, page.sheets[0]["pre"] + "\n")
        self.assertIn(f" {1 + len(page.sheets) + len(page.keys)} pages. ",
                      self.text)
        self.assertIn("makes the output {}.\n".format(
            *forward([5, 3], ARTICLE)), self.text)

    def test_the_graph(self):
        (graph,) = self.blocks("mermaid")
        self.assertEqual(
            list(map(int, re.findall(r"\(\((.*?)\)\)", graph))),
            [2, 5, 3, 1, 9])            # in the order of the lines
        self.assertEqual(re.findall(r"(\w\d)\S* -- (.*) --> (..)", graph), [
            ("i0", "1", "h0"), ("i1", "1", "h0"), ("i0", "-1", "h1"),
            ("i1", "1", "h1"), ("h0", "2", "o0"), ("h1", "-1", "o0")])

    def test_the_table_of_functions(self):
        calls = re.findall(r"^\| `(\w+\(.*?\))` \|", self.text, re.MULTILINE)
        self.assertEqual(calls, [
            name + re.sub("<function ([a-z]+) at .*?>", r"\1", str(
                inspect.signature(getattr(neuralbasics, name))))
            for name in neuralbasics.__all__])

    def test_every_command_works(self):
        with open("net.json", "w") as file:
            file.write(self.blocks("json")[0])
        commands = re.findall("python neuralbasics.py([^`\n]*)[`\n]",
                              self.text)
        self.assertGreater(len(commands), 9)
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

        def part(weight, bias):
            return types.SimpleNamespace(weight=weight, bias=bias)
        weights = [Matrix([[1, 1], [-1, 1], [0, 2]]), Matrix([[2, -1, 3]])]
        biases = [Matrix([1, -5, 0]), Matrix([0.5])]
        sklearn, torch = [code for code in self.blocks("python")
                          if "model" in code]
        for code, model, biases in [
                (sklearn, types.SimpleNamespace(
                    coefs_=[matrix.T for matrix in weights],
                    intercepts_=biases), biases),
                (torch, [part(weights[0], biases[0]), "relu",
                         part(weights[1], None)], [biases[0], None])]:
            exec(code, {"model": model})
            self.assertEqual(self.run_main(
                "explain", "--network", "net.json", "2", "3"),
                (0, explain([2, 3], weights, biases) + "\n", ""))


class File(unittest.TestCase):

    def test_the_arithmetic_in_the_docstrings(self):
        with open(MODULE) as file:
            found = [pair for piece in re.split("   +|\n", file.read())
                     for pair in re.findall(r"((?:relu)?[(0-9][-()0-9 +*]*)"
                                            " = ([0-9][0-9 +]*)", piece)]
        for left, right in found:
            self.assertEqual(eval(left), eval(right), left)
        self.assertGreater(len(found), 14)

    def test_it_prints_everywhere_and_has_no_annotations(self):
        with open(MODULE, "rb") as file:
            source = file.read().decode("ascii")
        self.assertLess(max(map(len, source.splitlines())), 80)
        for node in ast.walk(ast.parse(source)):
            self.assertNotIsInstance(node, ast.AnnAssign)
            self.assertIsNone(getattr(node, "annotation", None))
            self.assertIsNone(getattr(node, "returns", None))

    def test_it_imports_only_math_and_operator(self):
        done = subprocess.run(
            [sys.executable, "-c", "import sys; before = set(sys.modules); "
             "import neuralbasics; print(*set(sys.modules) - before)"],
            cwd=HERE, stdout=subprocess.PIPE, universal_newlines=True)
        self.assertLessEqual(set(done.stdout.split()), {
            "neuralbasics", "math", "operator", "_operator"})


if __name__ == "__main__":
    unittest.main()
