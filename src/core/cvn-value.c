/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-value"

#include "cvn-value.h"

/**
 * cvn_value_clear:
 * @value: a value
 *
 * Frees the text and makes the value empty; may be called twice.
 */
void
cvn_value_clear (CvnValue *value)
{
  /* Nearly all are numbers or empty: a call for nothing, a million times in an import. */
  if (value->text != NULL)
    g_free (value->text);
  *value = (CvnValue) CVN_VALUE_INIT;
}

/** cvn_value_set_integer: replaces what @value held by @integer. */
void
cvn_value_set_integer (CvnValue *value,
                       gint64    integer)
{
  cvn_value_clear (value);
  value->type = CVN_VALUE_INTEGER;
  value->integer = integer;
}

/** cvn_value_set_text: replaces what @value held by a copy of @text; NULL and "" both make it empty. */
void
cvn_value_set_text (CvnValue   *value,
                    const char *text)
{
  cvn_value_take_text (value, g_strdup (text));
}

/** cvn_value_take_text: as cvn_value_set_text(), but takes over @text. */
void
cvn_value_take_text (CvnValue *value,
                     char     *text)
{
  cvn_value_clear (value);
  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  value->type = CVN_VALUE_TEXT;
  value->text = text;
}

/** cvn_value_copy: makes @target an independent copy of @source; @target must be initialised. */
void
cvn_value_copy (const CvnValue *source,
                CvnValue       *target)
{
  CvnValue copy = { source->type, source->integer, source->text != NULL ? g_strdup (source->text) : NULL };

  cvn_value_clear (target);
  *target = copy;
}

/** cvn_value_equal: whether both hold the same; an empty value equals only an empty one. */
gboolean
cvn_value_equal (const CvnValue *a,
                 const CvnValue *b)
{
  return a->type == b->type && a->integer == b->integer && g_strcmp0 (a->text, b->text) == 0;
}

/** cvn_value_is_none: whether there is nothing in it. */
gboolean
cvn_value_is_none (const CvnValue *value)
{
  return value->type == CVN_VALUE_NONE;
}
