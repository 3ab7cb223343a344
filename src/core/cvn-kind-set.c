/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-kind-set"

#include "cvn-kind-set.h"

static CvnKindSet *
copy (const CvnKindSet *set)
{
  return g_memdup2 (set, sizeof *set);
}

/* Boxed, so that a signal can carry it: change notices do. */
G_DEFINE_BOXED_TYPE (CvnKindSet, cvn_kind_set, copy, g_free)

/** cvn_kind_set_add_index: adds the kind at this place of cvn_kind_list(), below %CVN_KIND_SET_MAX. */
void
cvn_kind_set_add_index (CvnKindSet *self,
                        guint       index)
{
  g_return_if_fail (index < CVN_KIND_SET_MAX);
  self->bits[index / 64] |= G_GUINT64_CONSTANT (1) << (index % 64);
}

/** cvn_kind_set_add: adds @kind. */
void
cvn_kind_set_add (CvnKindSet    *self,
                  const CvnKind *kind)
{
  cvn_kind_set_add_index (self, cvn_kind_get_index (kind));
}

/** cvn_kind_set_add_names: adds the kinds with these names, each of which is there. */
void
cvn_kind_set_add_names (CvnKindSet        *self,
                        const char *const *names,
                        guint              n_names)
{
  for (guint i = 0; i < n_names; i++)
    cvn_kind_set_add (self, cvn_kind_find (names[i]));
}

/** cvn_kind_set_unite: adds what is in @other. */
void
cvn_kind_set_unite (CvnKindSet       *self,
                    const CvnKindSet *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->bits); i++)
    self->bits[i] |= other->bits[i];
}

/** cvn_kind_set_contains_index: whether the kind at this place of cvn_kind_list() is in the set. */
gboolean
cvn_kind_set_contains_index (const CvnKindSet *self,
                             guint             index)
{
  g_return_val_if_fail (index < CVN_KIND_SET_MAX, FALSE);
  return (self->bits[index / 64] >> (index % 64) & 1) != 0;
}

/** cvn_kind_set_contains: whether @kind is in the set. */
gboolean
cvn_kind_set_contains (const CvnKindSet *self,
                       const CvnKind    *kind)
{
  return cvn_kind_set_contains_index (self, cvn_kind_get_index (kind));
}

/** cvn_kind_set_meets: whether there is a kind that is in both. */
gboolean
cvn_kind_set_meets (const CvnKindSet *self,
                    const CvnKindSet *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->bits); i++)
    if ((self->bits[i] & other->bits[i]) != 0)
      return TRUE;
  return FALSE;
}

/** cvn_kind_set_count: how many kinds are in the set. */
guint
cvn_kind_set_count (const CvnKindSet *self)
{
  guint n = 0;

  for (guint i = 0; i < CVN_KIND_SET_MAX; i++)
    n += cvn_kind_set_contains_index (self, i) ? 1 : 0;
  return n;
}
