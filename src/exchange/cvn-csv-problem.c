/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-csv-problem"

#include "cvn-csv-problem.h"

#include "cvn-bsn.h"
#include "cvn-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FOUND 60

/* Enough to find the cell by; never a number that may not be kept. */
static char *
shorten (const char *found, const char *heading)
{
  g_autofree char *masked = NULL, *start = NULL;
  const char      *text = found;

  if (cvn_bsn_scan (found, heading, &masked) != CVN_BSN_NONE && masked != NULL)
    text = masked;
  if (g_utf8_strlen (text, -1) <= MAX_FOUND)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_FOUND);
  return g_strconcat (start, "…", NULL);
}

static gboolean
repeats (const char *message, const char *found)
{
  g_autofree char *stripped = g_strstrip (g_strdup (found));

  return strstr (message, stripped) != NULL;
}

/**
 * cvn_csv_problem_new:
 * @line: the line, 0 for the file as a whole
 * @heading: (nullable): the column
 * @found: (nullable): the cell as it stands in the file
 * @error: what is wrong
 *
 * Returns: (transfer full): the problem, in which a number that may be a citizen service number is masked
 */
CvnCsvProblem *
cvn_csv_problem_new (guint line, const char *heading, const char *found, const GError *error)
{
  CvnCsvProblem *self = g_new0 (CvnCsvProblem, 1);

  self->line = line;
  self->heading = g_strdup (heading);
  self->found = found != NULL && *found != '\0' ? shorten (found, heading) : NULL;
  /* A sentence that repeats what stands there must not repeat a number that is masked. */
  if (self->found != NULL && g_str_has_prefix (self->found, "•") && repeats (error->message, found))
    self->message = g_strdup (_("This cannot be read."));
  else
    self->message = g_strdup (error->message);
  self->code = error->domain == CVN_ERROR ? error->code : (int) CVN_ERROR_IO;

  return self;
}

/** cvn_csv_problem_free: frees the problem; nothing happens to NULL. */
void
cvn_csv_problem_free (CvnCsvProblem *self)
{
  if (self == NULL)
    return;

  g_free (self->heading);
  g_free (self->found);
  g_free (self->message);
  g_free (self);
}

/** cvn_csv_problem_dup_text: (transfer full): the problem in one line, for lists and for the command line. */
char *
cvn_csv_problem_dup_text (const CvnCsvProblem *self)
{
  if (self->line == 0 && self->heading != NULL)
    return g_strdup_printf (_("Column “%s”: %s"), self->heading, self->message);
  if (self->line == 0)
    return g_strdup (self->message);
  if (self->heading == NULL)
    return g_strdup_printf (_("Line %u: %s"), self->line, self->message);
  if (self->found == NULL)
    return g_strdup_printf (_("Line %u, column “%s”: %s"), self->line, self->heading, self->message);

  return g_strdup_printf (_("Line %u, column “%s”, “%s”: %s"), self->line, self->heading, self->found, self->message);
}
