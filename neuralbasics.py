# SPDX-License-Identifier: MIT-0
r"""How a neural network computes its answer, in one file to read and to run.

Machine learning means that a computer finds out from examples how to do a
task, instead of being told step by step. A neural network is one thing that
can learn in this way: nodes in layers, each of which adds up the values of
the layer before. Deep learning is machine learning with networks that have
hidden layers, which lie between the inputs and the output.

Here is a network with two inputs, two hidden nodes and one output node. Its
lines lead from left to right:

    inputs           hidden layer        output layer

       2 ------ 1 ------> 5
         \             /    \
          -1         1        2
             \     /            \
                X                 ->  9
             /     \            /
           /         \       -1
         /             \    /
       3 ------ 1 ------> 1

The number on a line is a weight. It says how strongly the value at the line's
start affects the node at its end: the node multiplies each value that comes
in by its line's weight, and adds up. 2*1 + 3*1 = 5 and 2*(-1) + 3*1 = 1, and
then 5*2 + 1*(-1) = 9. Training a network means changing its weights until its
answers are good; here the weights are given. A network is a list of layers, a
layer a list of nodes, and a node a list with the weights of the lines that
end there. To try it, start Python where this file is:

>>> from neuralbasics import *
>>> hidden = [[1, 1], [-1, 1]]
>>> output = [[2, -1]]
>>> forward([2, 3], [hidden, output])
[9]

The lesson goes from vectors (lists of numbers) to networks and ends where
"The checks" begin. This network and its figures are from "Deep Learning
Introduction with Python" (Data Insight), here called the article. For more,
see README.md in the project neuralbasics, where this file is from.
"""
import math
import operator

__version__ = "1.0.0"
__all__ = ["dot", "relu", "identity", "layer", "layer_values", "forward",
           "explain", "main"]


# --- The lesson --------------------------------------------------------------

def dot(a, b):
    """Return the dot product of two vectors: a number.

    Multiply pair by pair, then add up. What is exact stays exact:

    >>> dot([1, 2, 3], [4, 5, 6])       # 1*4 + 2*5 + 3*6 = 4 + 10 + 18
    32
    >>> from fractions import Fraction
    >>> dot([Fraction(1, 3), 1], [2, 1])
    Fraction(5, 3)

    ValueError if `a` and `b` are not lists (or tuples) of the same length,
    TypeError if they hold something that is not a number:

    >>> dot([2, 3], [1])
    Traceback (most recent call last):
    ValueError: a has length 2, but b has length 1
    """
    try:
        if type(a) is type(b) is list and len(a) == len(b):
            return _sum_of_products(a, b)   # sum(map(operator.mul, a, b))
    except TypeError:
        pass
    return _careful_dot("a", a, "b", b)     # for tuples, and to say what fails


def relu(x):
    """Return the number `x`, or 0 where `x` is negative.

    relu, the rectified linear function, is an activation function: it turns
    the sum that a node has added up into the node's output. NaN ("not a
    number") stays NaN, as in NumPy and PyTorch. TypeError if `x` is a list.

    >>> relu(3), relu(-3), relu(float("nan"))
    (3, 0, nan)
    """
    return max(x, 0)    # max(0, x) would turn NaN into a healthy-looking 0


def identity(x):
    """Return `x`: the activation function that changes nothing.

    >>> identity(-3)
    -3
    """
    return x


def layer(inputs, weights, biases=None, activation=identity):
    """Return the outputs of one layer: a list with a number for each node.

    `inputs` is a list of numbers; `weights` has a list for each node, with a
    weight for each input. Here 2*1 + 3*1 = 5 and 2*(-1) + 3*1 = 1:

    >>> layer([2, 3], [[1, 1], [-1, 1]])
    [5, 1]

    A bias is a number that a node adds to its sum, whatever the inputs are.
    `biases`, if there are any, is a list with a number for each node; the
    activation comes after them. Here relu(5 + 4) = 9 and relu(1 - 4) = 0:

    >>> layer([2, 3], [[1, 1], [-1, 1]], [4, -4], relu)
    [9, 0]

    ValueError if a list is missing or has the wrong length, TypeError if
    something is not a number or `activation` is not a function:

    >>> layer([2, 3], [[1, 1], [1]])
    Traceback (most recent call last):
    ValueError: weights[1] has length 1, but inputs has length 2
    """
    if biases is not None or type(weights) is not list or not weights:
        _check_lists(weights, biases, 1)
    try:
        if biases is None:
            return [activation(dot(inputs, node_weights))
                    for node_weights in weights]
        return [activation(dot(inputs, node_weights) + bias)
                for node_weights, bias in zip(weights, biases)]
    except (TypeError, ValueError):
        _check_layer(inputs, weights, biases, activation)
        raise           # the lists are good: it is the activation's own error


def layer_values(inputs, weights, biases=None, activation=relu):
    """Return the values of every layer, inputs first: a list of lists.

    `inputs` is a list of numbers, `weights` a list of layers as `layer` takes
    them; `biases`, if there are any, has a list of numbers for each layer.
    One layer's outputs are the next layer's inputs. The activation works on
    the hidden layers alone, so that an output may be negative:

    >>> layer_values([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]])
    [[2, 3], [5, 1], [9]]
    >>> layer_values([2, 1], [[[1, 1], [-1, 1]], [[-2, 1]]])    # relu(-1) = 0
    [[2, 1], [3, 0], [-6]]

    The errors are those of `layer`. They name the place, counted from 0, as
    weights[layer][node]:

    >>> layer_values([2, 3], [[[1, 1], [-1, 1]], [[2, -1, 7]]])
    Traceback (most recent call last):
    ValueError: weights[1][0] has length 3, but the output of weights[0] \
has length 2
    """
    if biases is not None or type(weights) is not list or not weights:
        _check_lists(weights, biases, 2)
    values = [inputs]
    for i, layer_weights in enumerate(weights):
        is_output = i == len(weights) - 1
        layer_biases = biases and biases[i]
        try:
            values.append(layer(values[i], layer_weights, layer_biases,
                                identity if is_output else activation))
        except (TypeError, ValueError):
            _check_layer(values[i], layer_weights, layer_biases, activation, i)
            raise
    values[0] = list(inputs)    # a copy: changing the one changes no other
    return values


def forward(inputs, weights, biases=None, activation=relu):
    """Return the values of the output layer: a list of numbers.

    This is forward propagation: in one direction, from inputs to output. It
    takes what `layer_values` takes, and its errors are the same.

    >>> article = [[[1, 1], [-1, 1]], [[2, -1]]]
    >>> forward([2, 3], article)        # 5 and 1, then 5*2 + 1*(-1) = 9
    [9]

    What is a hidden layer good for? A bank wants to predict how many
    transactions a customer will make, from two features: age (in tens of
    years) and balance (in thousands). A linear regression multiplies each
    feature by a number of its own and adds up, say 3*age + 1*balance. That is
    a network of one layer with one node. A balance of 4 instead of 3 means
    one transaction more, at age 20 as at age 50:

    >>> customers = [[2, 3], [2, 4], [5, 3], [5, 4]]    # age and balance
    >>> [forward(customer, [[[3, 1]]]) for customer in customers]
    [[9], [10], [18], [19]]

    In the article's network the features act together. The same step means
    one transaction more at age 20, but two at age 50, where relu switches the
    second hidden node off, as -5 + 3 and -5 + 4 are negative:

    >>> [forward(customer, article) for customer in customers]
    [[9], [10], [16], [18]]

    Without relu, two layers come to no more than one: 2*(age + balance) -
    1*(-age + balance) is 3*age + 1*balance, the linear regression again.

    >>> [forward(one, article, activation=identity) for one in customers]
    [[9], [10], [18], [19]]
    """
    return layer_values(inputs, weights, biases, activation)[-1]


# --- The checks --------------------------------------------------------------
# What does not fit is refused, and the message says where it is. To save time,
# the lesson looks at single nodes and numbers only when something has failed.

def _check_list(name, value, depth):
    """Raise a ValueError unless `value` is a list, and not an empty layer."""
    if not isinstance(value, (list, tuple)) or depth and not value:
        raise ValueError(f"{name} must be a list of {'lists of ' * depth}"
                         f"numbers, not {value!r:.60}") from None


def _check_length(name, value, other_name, other):
    """Raise a ValueError unless the two lists have the same length."""
    if len(value) != len(other):
        raise ValueError(f"{name} has length {len(value)}, but {other_name} "
                         f"has length {len(other)}") from None


def _check_lists(weights, biases, depth, at=""):
    """Check the lists of a layer (`depth` 1) or of a network (2)."""
    _check_list("weights" + at, weights, depth)
    if biases is not None:
        _check_list("biases" + at, biases, depth - 1)
        _check_length("biases" + at, biases, "weights" + at, weights)
        if depth == 2:
            for i, layer_biases in enumerate(biases):
                _check_list(f"biases[{i}]", layer_biases, 0)
                _check_lists(weights[i], layer_biases, 1, f"[{i}]")


def _check_layer(inputs, weights, biases, activation, i=None):
    """Check a layer, weights[i] of a network, down to its numbers."""
    if not callable(activation):
        raise TypeError("activation must be a function such as relu, "
                        f"not {activation!r:.60}") from None
    at = "" if i is None else f"[{i}]"
    _check_lists(weights, biases, 1, at)
    source = f"the output of weights[{i - 1}]" if i else "inputs"
    sums = [_careful_dot(f"weights{at}[{node}]", node_weights, source, inputs)
            for node, node_weights in enumerate(weights)]
    if biases is not None:
        _careful_dot("biases" + at, biases, "the nodes' sums", sums)


# Python 3.12 and later have a fast sum of products, MicroPython has no mul.
_multiply = getattr(operator, "mul", lambda x, y: x * y)
_sum_of_products = getattr(math, "sumprod",
                           lambda a, b: sum(map(_multiply, a, b)))


def _careful_dot(name, a, other_name, b):
    """Return the dot product of two vectors, or say why there is none."""
    _check_list(name, a, 0)
    _check_list(other_name, b, 0)
    try:
        if len(a) == len(b):
            return _sum_of_products(a, b)
    except TypeError:
        pass
    for vector_name, vector in (name, a), (other_name, b):
        for i, value in enumerate(vector):
            try:
                0 + value
            except TypeError:
                raise TypeError(f"{vector_name}[{i}] is {value!r:.60}, "
                                "not a number") from None
    _check_length(name, a, other_name, b)
    raise TypeError(f"{name} and {other_name} hold numbers of kinds that do "
                    "not mix, such as Decimal and float") from None


# --- For the classroom -------------------------------------------------------

def explain(inputs, weights, biases=None, activation=relu):
    """Return the whole computation as text.

    It takes what `forward` takes, and its errors are the same. A bias comes
    last in its node's sum. Floats are shown with six significant digits, and
    a result with fewer where a line would not be true as it stands.

    >>> print(explain([2, 3], [[[1, 1], [-1, 1]], [[2, -1]]]))
    inputs: 2, 3
    <BLANKLINE>
    hidden layer
    node_0: 2*1 + 3*1 = 5
            relu(5) = 5
    node_1: 2*(-1) + 3*1 = 1
            relu(1) = 1
    <BLANKLINE>
    output layer
    node_0: 5*2 + 1*(-1) = 9
    <BLANKLINE>
    output: 9
    """
    return "\n".join(_lines(inputs, weights, biases, activation))


def _lines(inputs, weights, biases, activation):
    """Return the lines of `explain`."""
    function = getattr(activation, "__name__", "<lambda>")
    function = function.replace("<lambda>", "activation")
    steps = _steps(inputs, weights, biases, activation)
    lines = ["inputs: " + ", ".join(map(_text, inputs))]
    values, factors = inputs, list(map(_factor, inputs))
    for k, (name, sums, outputs) in enumerate(steps):
        lines += ["", name]
        for i, node_weights in enumerate(weights[k]):
            terms = [f"{x}*{_factor(weight)}"
                     for x, weight in zip(factors, node_weights)]
            seen = 0
            for x, weight in zip(values, node_weights):
                seen += _seen(x) * _seen(weight)
            if biases is not None:
                terms.append(_factor(biases[k][i]))
                seen += _seen(biases[k][i])
            lines.append(f"node_{i}: {' + '.join(terms)} = "
                         + _result(sums[i], seen))
            if activation is not identity and k < len(weights) - 1:
                try:
                    seen = activation(_seen(sums[i]))
                except (ArithmeticError, ValueError):
                    seen = outputs[i]
                lines.append(f"        {function}({_text(sums[i])}) = "
                             + _result(outputs[i], seen))
        values, factors = outputs, list(map(_factor, outputs))
    return lines + ["", "output: " + ", ".join(map(_text, outputs))]


def _steps(inputs, weights, biases, activation):
    """Return each layer's name, its nodes' sums and its outputs."""
    values = layer_values(inputs, weights, biases, activation)
    sums = [layer(values[k], weights[k], biases and biases[k])
            for k in range(len(weights))]
    names = ["hidden layer"] if len(weights) == 2 else [
        f"hidden layer {k}" for k in range(len(weights) - 1)]
    return list(zip(names + ["output layer"], sums, values[1:]))


def _text(number):
    """Return a number as text, a float with six significant digits."""
    if isinstance(number, float):
        return f"{number + 0.0:.6g}"        # + 0.0 makes 0 of -0
    return str(number)


def _factor(number):
    """Return a number as text, in parentheses where it needs them."""
    text = _text(number)
    return f"({text})" if text[0] == "-" or "/" in text else text


def _seen(number):
    """Return the number that somebody sees who reads `_text`."""
    return float(_text(number)) if isinstance(number, float) else number


def _result(number, seen):
    """Return `number` as text, with as many digits as `seen` agrees with.

    `seen` is what the rounded numbers on the left of the line come to.
    """
    for digits in range(6, 0, -1) if isinstance(number, float) else ():
        text = f"{number + 0.0:.{digits}g}"
        if text == f"{seen + 0.0:.{digits}g}":
            return text
    return _text(seen)


def main(argv=None):
    """Run the command line and return its exit status, 0 if all went well.

    `argv` is a list of words, by default those the program was started with.

    >>> main(["explain", "4", "-1"])        # doctest: +ELLIPSIS
    inputs: 4, -1
    ...
    output: 6
    0

    SystemExit, with status 2 and one line on standard error, if a word, a
    file or a network is not right.
    """
    import argparse
    import os
    import sys

    class Parser(argparse.ArgumentParser):
        def error(self, message):           # one line, where argparse has two
            self.exit(2, f"neuralbasics: {' '.join(message.split())}\n")

        def print_help(self, file=None):    # argparse would hide a full disk
            print(self.format_help(), end="", file=file, flush=True)

    def number(word):
        try:
            return int(word)
        except ValueError:
            return float(word)

    parser = Parser(
        prog="neuralbasics.py", description="How a neural network computes "
        "its answer. Without a command: the article's network, explained.")
    parser.add_argument("--version", action="store_true",
                        help="show the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="command")
    command = commands.add_parser(
        "explain", help="show every step from the inputs to the output")
    command.add_argument(
        "--network", metavar="FILE", help="a JSON file with an object that "
        'holds "weights" and, if wanted, "biases", "inputs" and "activation" '
        '("relu" or "identity"); without it, the article\'s network')
    command.add_argument(
        "inputs", type=number, nargs="*", help="numbers; without them, those "
        "of the file, or 2 3 for the article's network")

    try:
        options = parser.parse_args(
            (sys.argv[1:] if argv is None else argv) or ["explain"])
        if options.version:
            text = f"neuralbasics {__version__}"
        else:
            network = _read_network(options.network)
            network["inputs"] = options.inputs or network.get("inputs")
            if network["inputs"] is None:
                raise ValueError(f"{options.network} holds no inputs: give "
                                 "them on the command line")
            text = explain(**network)
        print(text, flush=True)
    except OSError as fault:
        if fault.filename is None:      # then print would fail once more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            fault.filename = "standard output"
        if not isinstance(fault, BrokenPipeError):
            parser.error(f"{fault.filename}: {fault.strerror}")
    except RecursionError:
        parser.error(f"{options.network} is nested too deeply")
    except (TypeError, ValueError, OverflowError) as fault:
        parser.error(str(fault))
    return 0


def _read_network(path):
    """Return what a JSON file holds as arguments for `forward`."""
    import json
    if path is None:
        return {"weights": [[[1, 1], [-1, 1]], [[2, -1]]], "inputs": [2, 3]}
    with open(path, encoding="utf-8-sig") as file:      # Notepad's mark, too
        try:
            network = json.load(file)
        except ValueError as fault:
            raise ValueError(f"{path} is not JSON in UTF-8: {fault}")
    if not isinstance(network, dict) or "weights" not in network:
        raise ValueError(f'{path} must hold an object with "weights"')
    for key in network:
        if key not in ("weights", "biases", "inputs", "activation"):
            raise ValueError(f'{path} holds {key!r:.60}, but only "weights", '
                             '"biases", "inputs" and "activation" are known')
    activation = network.get("activation", "relu")
    if activation not in ("relu", "identity"):
        raise ValueError(f'{path}: activation must be "relu" or "identity", '
                         f"not {activation!r:.60}")
    network["activation"] = relu if activation == "relu" else identity
    return network


if __name__ == "__main__":
    raise SystemExit(main())
