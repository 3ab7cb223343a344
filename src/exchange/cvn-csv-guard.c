/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-guard"

#include "cvn-csv-guard.h"

#include <string.h>

/* Spreadsheets calculate a cell that begins so, with quotation marks around it or without. */
#define FORMULA_MARKS "=+-@\t\r"

static gboolean
is_formula (const char *text)
{
  return *text != '\0' && strchr (FORMULA_MARKS, *text) != NULL;
}

/**
 * cvn_csv_guard_needs:
 * @text: a text that is to be written in a cell; a number needs no guard
 *
 * Texts that begin with guards and then with a formula's mark get one more, so that reading gives back what was written.
 *
 * Returns: whether the cell must begin with a ' to stay a text
 */
gboolean
cvn_csv_guard_needs (const char *text)
{
  return is_formula (text + strspn (text, "'"));
}

/** cvn_csv_guard_skip: (transfer none): what was written before a guard was put in front of it. */
const char *
cvn_csv_guard_skip (const char *text)
{
  return *text == '\'' && cvn_csv_guard_needs (text) ? text + 1 : text;
}
