/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind"

#include "cvn-kind.h"

#include "cvn-kind-set.h"
#include "cvn-record.h"

/* Places of a table of kinds, of which half at least are free: a power of two. */
#define PLACES (2 * CVN_KIND_SET_MAX)

/* Where each kind is found by its name and by its address: one after another is what an exchange asks for, by the hundred thousand. */
typedef struct
{
  guint16 by_name[PLACES]; /* places in cvn_kinds, from 1; 0: none */
  guint16 by_address[PLACES];
} Lookup;

static guint
hash_name (const char *name)
{
  guint hash = 0;

  for (; *name != '\0'; name++)
    hash = hash * 31 + (guchar) *name;
  return hash ^ hash >> 9;
}

static guint
hash_address (const CvnKind *kind)
{
  guint64 address = (guint64) (guintptr) kind;

  return (guint) ((address * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static void
add_place (guint16 *places,
           guint    hash,
           guint    kind)
{
  while (places[hash % PLACES] != 0)
    hash++;
  places[hash % PLACES] = (guint16) (kind + 1);
}

static gpointer
make_lookup (gpointer unused)
{
  Lookup *lookup = g_new0 (Lookup, 1);

  g_assert (cvn_n_kinds <= CVN_KIND_SET_MAX);
  for (guint i = 0; i < cvn_n_kinds; i++)
    {
      add_place (lookup->by_name, hash_name (cvn_kinds[i]->name), i);
      add_place (lookup->by_address, hash_address (cvn_kinds[i]), i);
    }
  return lookup;
}

static const Lookup *
get_lookup (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_lookup, NULL);
}

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
  const Lookup *lookup = get_lookup ();

  for (guint hash = hash_name (name); lookup->by_name[hash % PLACES] != 0; hash++)
    {
      const CvnKind *kind = cvn_kinds[lookup->by_name[hash % PLACES] - 1];

      if (g_str_equal (kind->name, name))
        return kind;
    }
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
  const Lookup *lookup = get_lookup ();

  for (guint hash = hash_address (kind); lookup->by_address[hash % PLACES] != 0; hash++)
    if (cvn_kinds[lookup->by_address[hash % PLACES] - 1] == kind)
      return lookup->by_address[hash % PLACES] - 1U;
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
