/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-merge"

#include "cvn-merge.h"

#include <string.h>

/*
 * Two people changed one record. Where they changed different fields, both are right. Where they changed the same one, or
 * where one of them touched money, a decision, a state or what has left the house while the other changed anything, nobody
 * but a person can say what holds.
 */

static const char *const plain_everywhere[] = { "note", "source", NULL };
/* Kinds that are decisions or what follows from them, all of each. */
static const char *const decisions[] = {
  "agreement_decision", "fee", "contribution_rule", "allocation_line", "payment", "settlement", "invoice_series", "half_year", NULL
};
/* Choices that are the state of something. */
static const char *const states[] = { "status", "maturity", "budget", NULL };

/** cvn_merge_is_careful: whether a change of @member of a record of @kind is never merged with somebody else's change. */
gboolean
cvn_merge_is_careful (const CvnKind *kind,
                      const char    *member)
{
  int place = cvn_kind_find_field (kind, member);

  if (place < 0 || g_strv_contains (plain_everywhere, member))
    return FALSE;
  return kind->fields[place].type == CVN_FIELD_MONEY || kind->may_change != NULL || kind->owner != NULL ||
         g_strv_contains (states, member) || g_strv_contains (decisions, kind->name);
}

static const char *
get (CvnDocument *document,
     const char  *name)
{
  const char *json = document != NULL ? cvn_document_get (document, name) : NULL;

  return json != NULL && strcmp (json, "null") == 0 ? NULL : json;
}

static gboolean
same (CvnDocument *a,
      CvnDocument *b,
      const char  *name)
{
  return g_strcmp0 (get (a, name), get (b, name)) == 0;
}

static gboolean
differ (CvnDocument *a,
        CvnDocument *b,
        GPtrArray   *names)
{
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], CVN_DOCUMENT_MARK) != 0 && !same (a, b, names->pdata[i]))
      return TRUE;
  return FALSE;
}

/* What a number series says of its desk belongs together, and only one desk can hand it on: the later one is right. */
static gboolean
is_of_desk (const CvnKind *kind,
            const char    *name)
{
  static const char *const names[] = { "desk", "hand_overs", "last_number", "asked_by", NULL };

  return kind != NULL && strcmp (kind->name, "invoice_series") == 0 && g_strv_contains (names, name);
}

static gint64
get_integer (CvnDocument *document,
             const char  *name)
{
  const char  *json = get (document, name);
  CvnJsonSlice value = { json, json != NULL ? strlen (json) : 0 };
  gint64       integer = 0;

  return json != NULL && cvn_json_get_integer (&value, &integer) ? integer : 0;
}

/* Returns: whether it needs no choice. Of two desks that ask for one series either may be asked first. */
static gboolean
merge_desk (CvnMerge    *self,
            CvnDocument *mine,
            CvnDocument *theirs,
            const char  *name)
{
  gint64 ahead = get_integer (theirs, "hand_overs") - get_integer (mine, "hand_overs");

  if (ahead == 0 && strcmp (name, "asked_by") != 0)
    return FALSE;
  if (ahead > 0 || (ahead == 0 && g_strcmp0 (get (theirs, name), get (mine, name)) > 0))
    cvn_document_set (self->merged, name, get (theirs, name));
  return TRUE;
}

static void
merge_member (CvnMerge      *self,
              const CvnKind *kind,
              CvnDocument   *base,
              CvnDocument   *mine,
              CvnDocument   *theirs,
              const char    *name,
              gboolean       both)
{
  gboolean theirs_alone = base != NULL && same (base, mine, name);
  gboolean mine_alone = base != NULL && same (base, theirs, name);

  if (same (mine, theirs, name) || (is_of_desk (kind, name) && merge_desk (self, mine, theirs, name)))
    return;
  if ((!theirs_alone && !mine_alone) || (both && (kind == NULL || cvn_merge_is_careful (kind, name))))
    g_ptr_array_add (self->conflicts, g_strdup (name));
  else if (theirs_alone)
    cvn_document_set (self->merged, name, get (theirs, name));
}

/**
 * cvn_merge_new:
 * @kind: (nullable): of the record; of an unknown one nothing is merged
 * @base: (nullable): what both started from; without it everything that differs is in conflict
 * @mine: one edit
 * @theirs: the other; exchanging the two exchanges nothing but whose value stands in for a conflict
 *
 * Returns: (transfer full): what became of them; the mark is the caller's to make
 */
CvnMerge *
cvn_merge_new (const CvnKind *kind,
               CvnDocument   *base,
               CvnDocument   *mine,
               CvnDocument   *theirs)
{
  CvnMerge *self = g_new0 (CvnMerge, 1);
  g_autoptr (GPtrArray) names = cvn_document_list_names (base, mine, theirs);
  gboolean both = base == NULL || (differ (base, mine, names) && differ (base, theirs, names));

  self->merged = cvn_document_new ();
  self->conflicts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cvn_document_get_n (mine); i++)
    cvn_document_set (self->merged, cvn_document_get_name (mine, i), cvn_document_get (mine, cvn_document_get_name (mine, i)));
  for (guint i = 0; i < names->len; i++)
    if (strcmp (names->pdata[i], CVN_DOCUMENT_MARK) != 0)
      merge_member (self, kind, base, mine, theirs, names->pdata[i], both);
  return self;
}

/** cvn_merge_free: frees it. */
void
cvn_merge_free (CvnMerge *self)
{
  if (self == NULL)
    return;
  cvn_document_free (self->merged);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
