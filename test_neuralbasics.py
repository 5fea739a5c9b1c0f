"""Tests of neuralbasics.py: python -m unittest

The plainest tests come first. Each is a function whose name begins with test_
and says, with assertEqual, what a call must give.
"""
import unittest

from neuralbasics import (
    dot, draw, explain, forward, handout, identity, layer, main, relu)

HIDDEN_LAYER = [[1, 1], [-1, 1]]
OUTPUT_LAYER = [[2, -1]]
NETWORK = [HIDDEN_LAYER, OUTPUT_LAYER]


class TheArticle(unittest.TestCase):
    """The numbers of "Deep Learning Introduction with Python"."""

    def test_dot(self):
        self.assertEqual(dot([2, 3], [1, 1]), 5)

    def test_relu_of_a_positive_number(self):
        self.assertEqual(relu(3), 3)

    def test_relu_of_a_negative_number(self):
        self.assertEqual(relu(-3), 0)

    def test_the_hidden_layer(self):
        self.assertEqual(layer([2, 3], HIDDEN_LAYER), [5, 1])

    def test_the_output(self):
        self.assertEqual(forward([2, 3], NETWORK), [9])

    def test_a_missing_weight_is_refused(self):
        with self.assertRaises(ValueError):
            forward([2, 3], [HIDDEN_LAYER, [[2]]])


# The tests from here on need more of the standard library.
import contextlib
import doctest
import io
import itertools
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from array import array
from decimal import Decimal
from fractions import Fraction
from unittest import mock
from xml.etree import ElementTree

import neuralbasics

HERE = os.path.dirname(os.path.abspath(__file__))
MODULE = os.path.join(HERE, "neuralbasics.py")
README = os.path.join(HERE, "README.md")
LESSON = neuralbasics.__doc__ or ""     # python -OO leaves out the docstrings


def load_tests(loader, tests, pattern):
    """Add the examples of the module and of the README."""
    if LESSON:
        tests.addTests(doctest.DocTestSuite(neuralbasics))
    if os.path.exists(README):          # it may stay behind when files move
        tests.addTests(doctest.DocFileSuite(README, module_relative=False,
                                            encoding="utf-8"))
    return tests


def random_network(rng, number, sizes=None):
    """Return inputs, a network and biases, of a random shape if need be."""
    sizes = sizes or [rng.randint(1, 4) for _ in range(rng.randint(2, 4))]
    network = [[[number() for _ in range(before)] for _ in range(nodes)]
               for before, nodes in zip(sizes, sizes[1:])]
    return ([number() for _ in range(sizes[0])], network,
            [[number() for _ in nodes] for nodes in network])


def all_sums(inputs, network, biases=None, floor=0):
    """Return the exact sums of all nodes, worked out from the output back.

    No hidden node's value is below `floor`, which is 0 with relu.
    """
    def node_sum(at, node):
        total = Fraction(biases[at][node] if biases else 0)
        for before, weight in enumerate(network[at][node]):
            value = Fraction(inputs[before]) if at == 0 else max(
                node_sum(at - 1, before), floor)
            total += value * Fraction(weight)
        return total
    return [[node_sum(at, node) for node in range(len(nodes))]
            for at, nodes in enumerate(network)]


class Results(unittest.TestCase):

    def test_dot_and_relu_of_other_numbers(self):
        self.assertEqual(dot((-7, 2), [0.5, 3]), 2.5)
        for x, value in [(0, 0), (1, 1), (-0.25, 0), (-math.inf, 0)]:
            self.assertEqual(relu(x), value)
        self.assertTrue(math.isnan(relu(math.nan)))

    def test_random_networks_against_sums_done_backwards(self):
        rng = random.Random(1)
        for trial in range(200):
            inputs, network, biases = random_network(rng, lambda: Fraction(
                rng.randint(-20, 20), rng.randint(1, 6)))
            if trial % 2:
                biases = None
            *_, sums = all_sums(inputs, network, biases)
            self.assertEqual(forward(inputs, network, biases), sums)
            self.assertEqual(forward(inputs, network, biases, relu, relu),
                             [max(x, 0) for x in sums])
            *_, sums = all_sums(inputs, network, biases, floor=-math.inf)
            self.assertEqual(forward(inputs, network, biases, identity), sums)

    def test_all_kinds_of_numbers_and_of_lists(self):
        big = 10 ** 40
        self.assertEqual(forward([big, 1], [[[1, 1]], [[3]]]), [3 * big + 3])
        self.assertEqual(repr(forward(
            (Decimal("0.1"), Decimal("0.2")), [((1, 1),)],
            ([Decimal("0.3")],))), "[Decimal('0.6')]")
        self.assertEqual(        # numbers that have no order
            forward([2j, 3], NETWORK, activation=lambda x: x * x), [5 + 36j])

    def test_nothing_that_was_given_is_changed(self):
        network = [2, 3], [[[1, 1], [-1, 1]], [[2, -1]]], [[0, 1], [0]]
        before = repr(network)
        explain(*network)
        draw(*network)
        forward(*network).append(0)
        self.assertEqual(repr(network), before)
        column = mock.MagicMock()       # as NumPy's, which += changes
        dot([column, column], [1, 1])
        total = column.__mul__.return_value.__radd__.return_value
        total.__iadd__.assert_not_called()


class Refused(unittest.TestCase):

    def check(self, error, table):
        for says, function, *arguments in table:
            with self.assertRaises(error, msg=says) as caught:
                function(*arguments)
            self.assertIn(says, str(caught.exception))
            self.assertLess(len(str(caught.exception)), 120)

    def test_wrong_lengths(self):
        net = [[[1]], [[1]]]
        self.check(ValueError, [
            ("2 and 1", dot, [2, 3], [1]),
            ("2 and 3", layer, [2, 3], [[1, 1, 1]]),
            ("1 as biases, not one", layer, [2], [[1], [1]], [1]),
            ("3 as biases, not one", layer, [2], [[1], [1]], [1, 2, 3]),
            ("network is empty", forward, [2, 3], []),
            ("network[0][0] has length 1, not 2: a wei", forward, [2, 3], net),
            ("biases has length 1, not 2: a list for", forward, [2], net, [0]),
            ("biases[1] has length 2, not 1: a bias for each node",
             forward, [2], net, [[0], [3, 1]])])

    def test_what_is_not_a_list_or_not_a_number(self):
        two = array("d", [2, 3])
        self.check(TypeError, [
            ("nodes must be lists", layer, [2, 3], [1.5, 1]),
            ("nodes must be lists", layer, [2, 3], []),
            ("activation=", layer, [2, 3], HIDDEN_LAYER, relu),
            ("inputs is 2, not a list: a number for", forward, 2, NETWORK),
            ("inputs is 'xxx", forward, 1000 * "x", NETWORK),
            ("inputs[1] is '3', not a number", forward, [2, "3"], NETWORK),
            ("inputs[0] is [2], not a", forward, [[2], 3], NETWORK),
            ("inputs[0] is None, not a", forward, [None, {}], NETWORK),
            ("inputs[1] is {}, not a", forward, [2, {}], NETWORK),
            ("network[0] is 1, not a list: a list for", forward, [2], [1]),
            ("biases[0] is 0, not a list: a", forward, [2], [[[1]]], [0]),
            ("use inputs.tolist()", forward, two, NETWORK),
            ("use network[0][0].tolist()", forward, [2, 3], [[two]]),
            ("an activation", explain, [2, 3], NETWORK, None, [].append)])

    def test_a_column_is_not_explained_or_drawn(self):
        class Column(list):             # as NumPy's: a number with a length
            __add__ = __radd__ = __mul__ = lambda self, other: self
        inputs, network = [1, Column()], [[[1, 1]]]
        self.check(TypeError, [("here, each", explain, inputs, network),
                               ("here, each", draw, inputs, network)])

    def test_nothing_is_computed_before_everything_is_checked(self):
        calls = []
        with self.assertRaises(ValueError):
            forward([2, 3], [[[1, 1]], [[1, 1]]], None, calls.append)
        self.assertEqual(calls, [])

    def test_garbled_networks_are_refused_alike_at_the_right_place(self):
        rng = random.Random(3)
        for _ in range(1000):
            network = list(random_network(rng, lambda: rng.randint(-3, 3)))
            part, at = network, rng.randrange(3)
            name = ["inputs", "network", "biases"][at]
            for depth in range(rng.randint(0, (0, 2, 1)[at])):
                part, at = part[at], rng.randrange(len(part[at]))
                name += f"[{at}]"
            part[at] = rng.choice([dict(enumerate(part[at])), 7, "ab", [],
                                   array("d", [2, 3])])
            faults = set()
            for function in forward, explain, draw:
                with self.assertRaises((TypeError, ValueError)) as caught:
                    function(*network)
                faults.add(str(caught.exception))
            self.assertEqual(len(faults), 1)
            self.assertEqual(faults.pop().split(" ")[0], name)


class Explain(unittest.TestCase):

    def test_layers_steps_and_blanks(self):
        network = [1, -2], [[[1, -1]], [[-3]], [[2], [0]]], [[-4], [1], [0, 5]]
        self.assertEqual(explain(*network), """\
inputs: 1, -2
hidden layer 0
    node_0: 1*1 + (-2)*(-1) + (-4) = -1    relu(-1) = 0
hidden layer 1
    node_0: 0*(-3) + 1 = 1    relu(1) = 1
output layer
    node_0: 1*2 = 2
    node_1: 1*0 + 5 = 5""")
        self.assertEqual(explain(*network[:2], blank=True), """\
inputs: 1, -2
hidden layer 0
    node_0: _____ * _____ + _____ * _____ = _____    relu(_____) = _____
hidden layer 1
    node_0: _____ * _____ = _____    relu(_____) = _____
output layer
    node_0: _____ * _____ = _____
    node_1: _____ * _____ = _____""")

    def test_numbers_as_people_write_them(self):
        for number, shown in [
                (0.1 + 0.2, "0.3"), (1.0, "1"), (-0.0, "0"), (1e-7, "1e-07"),
                (1234567.0, "1.23457e+06"), (1234567, "1234567"), (True, "1"),
                (Fraction(1, 3), "1/3"), (Decimal("0.10"), "0.10"),
                (2j, "2j"), (math.nan, "nan")]:
            self.assertTrue(explain([number], [[[1]]]).startswith(
                f"inputs: {shown}\n"), shown)
        for x, factor in [(-2, "(-2)"), (Fraction(1, 3), "(1/3)"),
                          (1e-7, "1e-07")]:
            self.assertIn(f" {factor}*{factor} + {factor} = ",
                          explain([x], [[[x]]], [[x]]))

    def test_the_steps_of_activation_functions(self):
        nameless = mock.Mock(spec=[], side_effect=abs)
        for functions, steps in [
                ((), ["relu(-2) = 0", "relu(1) = 1"]),
                ((identity,), []), ((identity, relu), ["relu(-0.248) = 0"]),
                ((relu, math.exp), ["relu(-2) = 0", "relu(1) = 1",
                                    "exp(0.252) = 1.2866"]),
                ((nameless,), ["activation(-2) = 2", "activation(1) = 1"])]:
            text = explain([2], [[[-1], [0.5]], [[0.25, 0.252]]], None,
                           *functions)
            self.assertEqual(re.findall("    ([a-z]+[(].*)", text), steps)


class Picture:
    """What somebody sees who looks at a picture that `draw` makes."""

    def __init__(self, svg):
        root = ElementTree.fromstring(svg)

        def each(tag, *names):
            for e in root.iter("{http://www.w3.org/2000/svg}" + tag):
                yield e, [float(e.get(name)) for name in names]

        self.frame = [float(x) for x in root.get("viewBox").split()]
        self.lines = [line for _, line in each("line", "x1", "y1", "x2", "y2")]
        self.words = [              # text, its middle, its width and height
            (e.text.replace("\u2212", "-"), x, y - 0.35 * size,
             0.56 * size * len(e.text), 0.75 * size)
            for e, (x, y, size) in each("text", "x", "y", "font-size")]
        self.circles = {}           # their middles, and who is dashed
        for e, (x, y, self.radius) in each("circle", "cx", "cy", "r"):
            self.circles[x, y] = e.get("stroke-dasharray") is not None

    def columns(self):
        """Return the name of each layer, and what is read at each circle."""
        columns = []
        for x in sorted({x for x, y in self.circles}):
            (_, name), *words = sorted(
                (y, text) for text, a, y, *_ in self.words if a == x)
            nodes = {y: [] for a, y in sorted(self.circles) if a == x}
            for y, text in words:
                nodes[min(nodes, key=lambda middle: abs(middle - y))] += [text]
            for y in nodes:
                nodes[y] += ["dashed"] if self.circles[x, y] else []
            columns.append((name, list(nodes.values())))
        return columns

    def weights(self, number=int):
        """Follow each line to its gap, read the weight, and go on."""
        found = {}
        for x1, y1, x2, y2 in self.lines:
            if (x1 - self.radius, y1) in self.circles:      # a first half
                _, text, x, y = min(
                    (abs(b - y2), text, *end) for a, b, *end in self.lines
                    for text, c, d, *_ in self.words
                    if 2 * c == x2 + a and abs(2 * d - y2 - b) < 1)
                found.setdefault(x, {}).setdefault(y, {})[y1] = number(text)
        return [[[weights[y] for y in sorted(weights)]
                 for _, weights in sorted(nodes.items())]
                for _, nodes in sorted(found.items())]


class Draw(unittest.TestCase):

    def test_values_notes_and_weights(self):
        picture = Picture(draw([5, 3], NETWORK, [[0, -1], [4]]))
        self.assertEqual(picture.weights(), NETWORK)
        self.assertEqual(picture.columns(), [
            ("inputs", [["5"], ["3"]]),
            ("hidden layer", [
                ["node_0", "8"],
                ["bias -1", "node_1", "0", "was -3", "dashed"]]),
            ("output layer", [["bias 4", "node_0", "20"]])])

    def test_which_nodes_are_off(self):
        off = ["node_0", "0", "was 0", "dashed"]
        for functions, hidden, output in [
                ((), off, ["node_0", "0"]), ((relu, relu), off, off),
                ((math.exp,), ["node_0", "1"], ["node_0", "-2"]),
                ((identity,), ["node_0", "0"], ["node_0", "0"])]:
            _, (_, (node,)), (_, (answer,)) = Picture(draw(
                [2], [[[0]], [[-2]]], None, *functions)).columns()
            self.assertEqual((node, answer), (hidden, output))

    def test_other_shapes(self):
        for network, names in [
                ([[[1, -2, 3]]], []),
                ([[[1, 2, 3], [-4, -5, 6]], [[7, 8]], [[9], [-10]]],
                 ["hidden layer 0", "hidden layer 1"])]:
            picture = Picture(draw([5, 4, 3], network))
            self.assertEqual(picture.weights(), network)
            self.assertEqual([name for name, _ in picture.columns()],
                             ["inputs"] + names + ["output layer"])

    def test_a_blank_picture_gives_nothing_away(self):
        network = [[[7, 8], [-17, 5]], [[27, -28]]]
        picture = Picture(draw([2, 3], network, [[0, 4], [5]], blank=True))
        self.assertEqual(picture.weights(), network)
        self.assertEqual(picture.columns(), [
            ("inputs", [["2"], ["3"]]),
            ("hidden layer", [["node_0"], ["bias 4", "node_1"]]),
            ("output layer", [["bias 5", "node_0"]])])

    def test_digits_and_minus_signs(self):
        svg = draw([1234567.0], [[[-0.123456789]]])
        self.assertEqual(Picture(svg).weights(float), [[[-0.123]]])
        self.assertEqual([nodes[0][-1] for _, nodes in Picture(svg).columns()],
                         ["1.23e+06", "-1.52e+05"])
        self.assertNotIn("-", "".join(ElementTree.fromstring(svg).itertext()))

    def test_nothing_covers_a_text(self):
        rng = random.Random(5)
        for sizes, number in itertools.product(
                [(2, 2, 1), (3, 5, 2), (1, 4, 1, 3), (8, 8), (12, 1, 9)],
                [lambda: rng.choice([1, -12, 123456789]),
                 lambda: rng.choice([-0.0123456, -1.23457e-05])]):
            picture = Picture(draw(*random_network(rng, number, sizes)))
            left, top, width, height = picture.frame
            size = 2 * picture.radius
            others = [(x, y, size, size) for x, y in picture.circles]
            for x1, y1, x2, y2 in picture.lines:
                others += [(x1 + (x2 - x1) * part / 20,
                            y1 + (y2 - y1) * part / 20, 0, 0)
                           for part in range(21)]
            for text, x, y, wide, high in picture.words:
                self.assertTrue(left <= x - wide / 2 <= left + width - wide)
                self.assertTrue(top <= y - high / 2 <= top + height - high)
                for a, b, w, h in others:
                    if a == x and abs(b - y) < 1:       # in its circle
                        self.assertLess(wide, w)
                    else:
                        self.assertTrue(2 * abs(a - x) >= w + wide
                                        or 2 * abs(b - y) >= h + high, text)
                others.append((x, y, wide, high))


def read(part):
    """Return what can be read in a part of a page."""
    part = re.sub("<.*?>", " ", re.sub("(?s)<svg.*?</svg>", " ", part))
    return " ".join(part.replace("&minus;", "-").split())


class Handout(unittest.TestCase):

    def pages(self, *arguments):
        """Return the example, a list of the sheets, the key, and its rows."""
        example, *sheets, key = handout(*arguments).split("<section")[1:]
        table = key.split("<tbody>")[1].split("</tbody>")[0]
        self.assertNotIn("-", table)    # but the real minus sign
        return example, sheets, key, [
            [read(cell) for cell in row.split("<td>")[1:]]
            for row in table.split("<tr>")[1:]]

    def test_sheets_and_their_rows_of_the_key(self):
        _, sheets, _, rows = self.pages(100, 7)
        found = set()
        for number, (sheet, row) in enumerate(zip(sheets, rows), 1):
            inputs, network = eval(row[1]), eval(row[2])
            hidden, output = all_sums(inputs, network)
            _, without = all_sums(inputs, network, floor=-math.inf)
            off = hidden.index(min(hidden))
            numbers = [number, inputs, network] + hidden + output + without
            self.assertEqual(row, list(map(str, numbers)) + [
                f"{network[1][0][off]} from node_{off}"])
            self.check_sheet(sheet, number, inputs, network)
            # What makes a good exercise:
            self.assertTrue(min(hidden) < 0 < max(hidden))
            for x in hidden + output + without:
                self.assertTrue(0 < abs(x) <= 12)
            for numbers in [inputs] + network[0] + network[1]:
                self.assertEqual(len(set(numbers)), 2)
            self.assertNotEqual(network[0][0][1], network[0][1][0])
            self.only_one_weight_is_free(inputs, network, off)
            found.add(str((inputs, network)))
        self.assertEqual(len(found), 100)
        self.assertEqual(set(re.findall("-?[0-9]", str(found))),
                         set("-3 -2 -1 1 2 3 4 5".split()))

    def check_sheet(self, sheet, number, inputs, network):
        self.assertIn(f"Sheet {number} ", read(sheet))
        self.assertIn(draw(inputs, network, blank=True), sheet)
        self.assertIn(f">{explain(inputs, network, blank=True)}<", sheet)
        (call,) = re.findall(r"print\(explain\((.*)\)\)", sheet)
        weights = map(str, sum(sum(network, []), []))
        self.assertEqual(eval(re.sub("_+", lambda _: next(weights), call)),
                         (inputs, network))

    def only_one_weight_is_free(self, inputs, network, off):
        for k, nodes in enumerate(network):
            for node, at in itertools.product(nodes, range(2)):
                weight, outputs = node[at], set()
                for node[at] in weight, -999, -20, 0, 30, 999:
                    outputs.add(str(forward(inputs, network)))
                node[at] = weight
                self.assertEqual(len(outputs) == 1, k == 1 and at == off)

    def test_a_seed_makes_the_same_again_and_none_makes_others(self):
        *_, rows = self.pages(1, 7)
        self.assertEqual(rows, self.pages(200, 7)[-1][:1])
        self.assertEqual(rows[0][1:3], [    # on every Python
            "[2, 3]", "[[[1, -3], [-1, 1]], [[-1, 3]]]"])
        pages = set()
        for _ in range(5):
            random.seed(0)              # as somebody's notebook does
            pages.add(handout())
        self.assertEqual(len(pages), 5)

    def test_the_key_says_how_to_make_the_pages_again(self):
        in_an_empty_folder(self)
        for name, arguments in ("a", ()), ("b", (2, 0)), ("c", (1, 10 ** 12)):
            page = handout(*arguments)
            command = read(page).split("python neuralbasics.py ")[-1]
            run(*command.split(), "-o", name)
            with open(name, encoding="ascii") as file:
                self.assertEqual(file.read(), page + "\n")
            (seed,) = re.findall("--seed ([0-9]+)", command)
            self.assertEqual(page.count(f"Set {seed}<"),
                             page.count("<section") - 1)

    def test_the_marks_add_up(self):
        _, (sheet,), key, _ = self.pages()
        total = sum(map(int, re.findall(r"<i>\((\d)\)</i>", sheet)))
        self.assertIn(f"/{total} ", read(sheet))
        self.assertIn(f" {total} marks", read(key))

    def test_the_numbers_in_the_words_of_the_pages(self):
        example, _, key, _ = self.pages()
        self.assertIn(draw([5, 3], NETWORK), example)
        self.assertIn(f">{explain([5, 3], NETWORK)}<", example)
        self.assertIn(f">{explain([2, 3], NETWORK, blank=True)}<", example)
        outputs = []
        for inputs in [2, 3], [2, 4], [5, 3], [5, 4]:
            one, two = layer(inputs, HIDDEN_LAYER)
            outputs += forward(inputs, NETWORK)
            if inputs == [5, 3]:        # this row of the table is given
                self.assertIn(f" {one} {two} {relu(two)} {outputs[-1]} ",
                              read(example))
            else:
                self.assertIn(f"sums {one} and {two}, output {outputs[-1]}",
                              read(key))
        a, b, c, d = outputs
        self.assertIn(f"below {c}", read(example))
        self.assertIn(f"output {b}, a rise of {b - a}", read(key))
        self.assertIn(f"output {d}, a rise of {d - c}", read(key))

    def test_what_is_out_of_range(self):
        for copies in 0, 201, True, 2.0, "2":
            self.assertRaisesRegex(ValueError, "^copies ", handout, copies)
        for seed in -1, 1.5, 7.0, "7b", True:
            self.assertRaisesRegex(ValueError, "^seed ", handout, 1, seed)

    def test_a_wrong_function_does_not_make_it_hang(self):
        with mock.patch.object(neuralbasics, "dot", lambda a, b: 42):
            self.assertRaises(RuntimeError, handout)


def in_an_empty_folder(test):
    folder = tempfile.TemporaryDirectory()
    test.addCleanup(folder.cleanup)
    test.addCleanup(os.chdir, os.getcwd())
    os.chdir(folder.name)


def run(*words):
    """Run a command; return its status, what it prints, and its errors."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(list(words))
        except SystemExit as stop:
            status = stop.code
    return status, out.getvalue(), err.getvalue()


class CommandLine(unittest.TestCase):

    setUp = in_an_empty_folder

    def test_explain(self):
        for words, inputs, blank in [
                ("", [2, 3], False), ("explain", [2, 3], False),
                ("explain 0.5 -.25", [0.5, -0.25], False),
                ("explain 1234567 3 --blank", [1234567, 3], True)]:
            self.assertEqual(run(*words.split()), (
                0, explain(inputs, NETWORK, blank=blank) + "\n", ""))

    def test_draw_and_handout_make_new_files_only(self):
        for words, name, text in [
                ("draw", "network.svg", draw([2, 3], NETWORK)),
                ("draw --blank 1234 -1 -o b.svg", "b.svg",
                 draw([1234, -1], NETWORK, blank=True)),
                ("handout --seed 7", "handout.html", handout(1, 7)),
                ("handout --copies 2 --seed 8 -o d.html", "d.html",
                 handout(2, 8))]:
            self.assertEqual(run(*words.split()),
                             (0, f"{name} is ready\n", ""))
            with open(name, "a", encoding="utf-8") as file:
                file.write("mine")
            status, out, err = run(*words.split())
            self.assertEqual((status, out), (2, ""))
            self.assertIn(f"{name} is there already", err)
            with open(name, encoding="utf-8") as file:      # it stays
                self.assertEqual(file.read(), text + "\nmine")

    def test_words_that_do_not_fit(self):
        for says, words in [
                ("'four'", "explain four 1"), ("'teach'", "teach"),
                ("two numbers", "explain 5"), ("two numbers", "draw 1 2 3"),
                ("none", "draw -o none/a"), ("copies", "handout --copies 0"),
                ("seed", "handout --seed -1")]:
            status, out, err = run(*words.split())
            self.assertEqual((status, out), (2, ""))
            self.assertIn(says, err.splitlines()[-1])
            for ours in "Traceback", "network[", " _":
                self.assertNotIn(ours, err)
        self.assertEqual(os.listdir("."), [])

    def test_as_a_program(self):
        out = subprocess.check_output(
            [sys.executable, MODULE, "explain", "4", "-1"])
        self.assertEqual(out.decode().split(),
                         explain([4, -1], NETWORK).split())

    def test_in_a_notebook_nothing_runs_by_itself(self):
        names = {"__name__": "__main__", "get_ipython": None}
        with open(MODULE) as file:
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(file.read(), names)
        self.assertEqual(out.getvalue(), "")
        self.assertEqual(names["forward"]([2, 3], NETWORK), [9])


class Lesson(unittest.TestCase):
    """What the lesson claims, on other customers than its own."""

    def test_what_it_says_of_customers(self):
        for age, balance in itertools.product(range(12), range(12)):
            (before,), (after,) = [forward([age, b], NETWORK)
                                   for b in (balance, balance + 1)]
            self.assertEqual(after - before, 2 if balance < age else 1)
            self.assertEqual(forward([age, balance], NETWORK, None, identity),
                             [age * 3 + balance * 1])
            _, node_1 = layer([age, balance], HIDDEN_LAYER, [0, -2], relu)
            self.assertEqual(node_1 > 0, balance > age + 2)

    def test_the_exercises(self):
        network = [[[1, 2], [3, -1]], [[2, 1]]]
        for inputs in itertools.product(range(5), range(5)):
            self.assertEqual(forward(inputs, network, None, identity),
                             forward(inputs, [[[5, 3]]]))
            self.assertEqual(
                forward(inputs, [[[1, -1], [0, 1]], [[1, 1]]]), [max(inputs)])
        self.assertEqual(forward([1, 4], network), [18])
        self.assertEqual(forward([1, 4], [[[5, 3]]]), [17])
        self.assertEqual(forward([2, 3], [HIDDEN_LAYER, [[3, -1]]]), [14])

    @unittest.skipUnless(LESSON, "-OO leaves out the lesson")
    def test_the_numbers_of_the_picture_and_the_table(self):
        picture = LESSON.split("output layer")[1].split("Each")[0]
        self.assertEqual(" ".join(re.findall(r"[ (](-?\d+)\b", picture)),
                         "2 1 5 1 2 9 -1 -1 3 1 1")     # line by line
        for age in 2, 5:
            before, after = [layer([age, balance], HIDDEN_LAYER, None, relu)
                             + forward([age, balance], NETWORK)
                             for balance in (3, 4)]
            for x, y in zip(before, after):
                self.assertIn(f"{x} to {y},", LESSON)

    def test_the_arithmetic_in_the_files(self):
        found = 0
        for path in filter(os.path.exists, [MODULE, README]):
            with open(path, encoding="utf-8") as file:
                text = file.read().replace("&minus;", "-")
            for part in re.split("  +|, |: |\n|[.]", text):
                left, equals, right = part.partition(" = ")
                if equals and not set(left + right) - set("0123456789 +-*()"):
                    self.assertEqual(eval(left), eval(right), part)
                    found += 1
        self.assertGreater(found, 10)


@unittest.skipUnless(os.path.exists(README), "no README at hand")
class Readme(unittest.TestCase):
    """What README.md says; its examples of Python run as doctests."""

    def test_its_steps_and_commands(self):
        in_an_empty_folder(self)
        with open(README, encoding="utf-8") as file:
            text = file.read()
        self.assertIn(f"\n{explain([5, 3], NETWORK)}\n", text)
        commands = re.findall("(?m)^python neuralbasics.py(.*)", text)
        self.assertGreater(len(commands), 2)
        for command in commands:
            self.assertEqual(run(*command.split())[0], 0, command)


if __name__ == "__main__":
    unittest.main()
