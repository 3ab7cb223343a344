/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-leaf"

#include "cvn-leaf.h"

#include "cvn-kind.h"
#include "cvn-money.h"

struct _CvnLeaf
{
  GObject parent_instance;

  CvnTable *table;
  guint     row;
  gboolean  negated;
};

G_DEFINE_FINAL_TYPE (CvnLeaf, cvn_leaf, G_TYPE_OBJECT)

static void
cvn_leaf_finalize (GObject *object)
{
  CvnLeaf *self = CVN_LEAF (object);

  g_clear_pointer (&self->table, cvn_table_unref);

  G_OBJECT_CLASS (cvn_leaf_parent_class)->finalize (object);
}

static void
cvn_leaf_class_init (CvnLeafClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_leaf_finalize;
}

static void
cvn_leaf_init (CvnLeaf *self)
{
}

/** cvn_leaf_new: (transfer full): the row at place @row of @table, which has the columns of a figure's rows. */
CvnLeaf *
cvn_leaf_new (CvnTable *table,
              guint     row)
{
  CvnLeaf *self = g_object_new (CVN_TYPE_LEAF, NULL);

  self->table = cvn_table_ref (table);
  self->row = row;
  return self;
}

/** cvn_leaf_negate: the row counts against the number: its amount changes sign. */
void
cvn_leaf_negate (CvnLeaf *self)
{
  self->negated = !self->negated;
}

static const char *
get_text (CvnLeaf    *self,
          const char *column)
{
  return cvn_table_find_column (self->table, column) >= 0 ? cvn_table_get_text (self->table, self->row, column) : NULL;
}

/** cvn_leaf_get_kind: name of the kind of the record behind it, or NULL. Owned by the row, as all texts here. */
const char *
cvn_leaf_get_kind (CvnLeaf *self)
{
  return get_text (self, "kind");
}

/** cvn_leaf_get_id: id of the record behind it, or NULL. */
const char *
cvn_leaf_get_id (CvnLeaf *self)
{
  return get_text (self, "id");
}

/** cvn_leaf_get_date: an ISO day, month or year, or NULL. */
const char *
cvn_leaf_get_date (CvnLeaf *self)
{
  return get_text (self, "date");
}

/** cvn_leaf_get_label: what the row is called in @language, or in the other one; or NULL. */
const char *
cvn_leaf_get_label (CvnLeaf    *self,
                    CvnLanguage language)
{
  const char *english = language == CVN_LANGUAGE_EN ? get_text (self, "label_en") : NULL;

  return english != NULL ? english : get_text (self, "label");
}

/** cvn_leaf_get_part: which part of the figure the row belongs to, or NULL. */
const char *
cvn_leaf_get_part (CvnLeaf *self)
{
  return get_text (self, "part");
}

static char *
dup_group (CvnLeaf    *self,
           CvnLanguage language)
{
  const CvnKind  *kind = cvn_kind_find ("registration_count");
  const CvnField *field = &kind->fields[cvn_kind_find_field (kind, "target_group")];
  const CvnValue  group = { CVN_VALUE_TEXT, 0, (char *) (guintptr) get_text (self, "target_group") };

  return group.text != NULL ? cvn_field_format (field, &group, language) : g_strdup ("");
}

/**
 * cvn_leaf_dup_detail:
 *
 * Returns: (transfer full): how the amount of the row comes about, as far as the figure says: "Knowledge worker · 14 × €50.00"; else ""
 */
char *
cvn_leaf_dup_detail (CvnLeaf    *self,
                     CvnLanguage language)
{
  g_autofree char *group = dup_group (self, language);
  g_autofree char *fee = NULL;

  if (cvn_table_find_column (self->table, "paid_count") < 0 || cvn_table_find_column (self->table, "fee") < 0)
    return g_steal_pointer (&group);
  fee = cvn_money_format_euro (cvn_table_get_integer (self->table, self->row, "fee"), language);
  return g_strdup_printf ("%s · %d × %s", group, (int) cvn_table_get_integer (self->table, self->row, "paid_count"), fee);
}

/** cvn_leaf_get_amount: cents or a number. */
gint64
cvn_leaf_get_amount (CvnLeaf *self)
{
  gint64 amount = cvn_table_find_column (self->table, "amount") >= 0 ? cvn_table_get_integer (self->table, self->row, "amount") : 0;

  return self->negated ? -amount : amount;
}
