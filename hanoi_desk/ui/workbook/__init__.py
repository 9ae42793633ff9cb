"""The steps of taking a workbook in: each shows one question and gives its answer."""
