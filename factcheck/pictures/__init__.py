"""Pictures as SVG: readable in light and dark, by eye and by screen reader, without script or network."""

from factcheck.pictures.bars import Bars, Tone, bars_svg
from factcheck.pictures.matrix import Cell, Matrix, matrix_svg
from factcheck.pictures.reliability import Bin, Reliability, reliability_svg

__all__ = ["Bars", "Bin", "Cell", "Matrix", "Reliability", "Tone", "bars_svg", "matrix_svg", "reliability_svg"]
