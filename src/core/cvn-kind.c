/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind"

#include "cvn-kind.h"

#include "cvn-record.h"

/** cvn_kind_list: all kinds, in the order in which they are shown. Owned by the program. */
const CvnKind *const *
cvn_kind_list (guint *n_kinds)
{
  *n_kinds = cvn_n_kinds;
  return cvn_kinds;
}

/** cvn_kind_find: the kind called @name (snake_case), or NULL. */
const CvnKind *
cvn_kind_find (const char *name)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    if (cvn_kinds[i]->name[0] == name[0] && g_str_equal (cvn_kinds[i]->name, name))
      return cvn_kinds[i];
  return NULL;
}

static gboolean
has_word (const char *words,
          const char *word)
{
  g_auto (GStrv) parts = NULL;

  if (words == NULL)
    return FALSE;
  parts = g_strsplit (words, "|", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_ascii_strcasecmp (parts[i], word) == 0)
      return TRUE;
  return FALSE;
}

/** cvn_kind_find_file: the kind that a file is known to hold by its name without extension, or NULL. */
const CvnKind *
cvn_kind_find_file (const char *stem)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    if (has_word (cvn_kinds[i]->files, stem) || g_ascii_strcasecmp (cvn_kinds[i]->name, stem) == 0)
      return cvn_kinds[i];
  return NULL;
}

/** cvn_kind_get_index: the place of @kind in cvn_kind_list(), below %CVN_KIND_SET_MAX. */
guint
cvn_kind_get_index (const CvnKind *kind)
{
  for (guint i = 0; i < cvn_n_kinds; i++)
    if (cvn_kinds[i] == kind)
      return i;
  g_return_val_if_reached (0);
}

/** cvn_kind_find_field: the place of the field called @name, or -1. */
int
cvn_kind_find_field (const CvnKind *kind,
                     const char    *name)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].name[0] == name[0] && g_str_equal (kind->fields[i].name, name))
      return (int) i;
  return -1;
}

static void
add_after_targets (const CvnKind *kind,
                   GPtrArray     *sorted)
{
  if (g_ptr_array_find (sorted, kind, NULL))
    return;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnKind *target = kind->fields[i].refers_to != NULL ? cvn_kind_find (kind->fields[i].refers_to) : NULL;

      if (target != NULL && target != kind)
        add_after_targets (target, sorted);
    }
  g_ptr_array_add (sorted, (gpointer) (guintptr) kind);
}

/**
 * cvn_kind_sort_by_reference:
 *
 * Returns: (transfer container): all kinds, each after the kinds it refers to, which is the order to import them in
 */
GPtrArray *
cvn_kind_sort_by_reference (void)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < cvn_n_kinds; i++)
    add_after_targets (cvn_kinds[i], sorted);
  return sorted;
}
