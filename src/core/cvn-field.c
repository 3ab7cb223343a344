/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-field"

#include "cvn-field.h"

#include <string.h>

/** cvn_field_is_integer: whether the field is stored as a whole number; otherwise it is a text. */
gboolean
cvn_field_is_integer (const CvnField *field)
{
  return field->type == CVN_FIELD_MONEY || field->type == CVN_FIELD_INTEGER ||
         field->type == CVN_FIELD_BOOLEAN || field->type == CVN_FIELD_MONTH;
}

/** cvn_field_is_english: whether the field is the English one of a pair of texts. */
gboolean
cvn_field_is_english (const CvnField *field)
{
  return field->twin != NULL && g_str_has_suffix (field->name, "_en");
}

/** cvn_field_dup_property_name: (transfer full): the name of the field's GObject property, "name-nl" for name_nl. */
char *
cvn_field_dup_property_name (const CvnField *field)
{
  return g_strdelimit (g_strdup (field->name), "_", '-');
}

/** cvn_field_find_choice: the choice stored as @code, or NULL; nothing was chosen where @code is NULL. */
const CvnChoice *
cvn_field_find_choice (const CvnField *field,
                       const char     *code)
{
  for (const CvnChoice *choice = code != NULL ? field->choices : NULL; choice != NULL && choice->code != NULL; choice++)
    if (g_str_equal (choice->code, code))
      return choice;
  return NULL;
}

/*
 * Whether @word is one of the words in @words, which are divided by |. Case does not matter.
 * Without allocations: importers ask it for every heading of every kind.
 */
static gboolean
has_word (const char *words,
          const char *word)
{
  gsize length = strlen (word);

  while (words != NULL && *words != '\0')
    {
      const char *end = strchrnul (words, '|');

      if ((gsize) (end - words) == length && g_ascii_strncasecmp (words, word, length) == 0)
        return TRUE;
      words = *end == '|' ? end + 1 : end;
    }
  return FALSE;
}

/**
 * cvn_field_matches_heading:
 * @heading: the heading of a column in a file
 *
 * Whether a column headed so holds this field: by name, English label or one of the Dutch headings.
 */
gboolean
cvn_field_matches_heading (const CvnField *field,
                           const char     *heading)
{
  return g_ascii_strcasecmp (field->name, heading) == 0 || g_ascii_strcasecmp (field->label, heading) == 0 ||
         has_word (field->nl, heading);
}
