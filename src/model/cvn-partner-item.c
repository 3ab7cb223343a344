/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-item"

#include "cvn-partner-item.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnerItem
{
  GObject parent_instance;

  char    *id; /* NULL for a heading */
  char    *name;
  char    *key; /* what it is sorted by */
  char    *kind;
  char    *role;
  char    *status;
  char    *found; /* what a search found beside the organisation itself */
  gboolean inactive;
};

G_DEFINE_FINAL_TYPE (CvnPartnerItem, cvn_partner_item, G_TYPE_OBJECT)

static void
cvn_partner_item_finalize (GObject *object)
{
  CvnPartnerItem *self = CVN_PARTNER_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->key);
  g_free (self->kind);
  g_free (self->role);
  g_free (self->status);
  g_free (self->found);
  G_OBJECT_CLASS (cvn_partner_item_parent_class)->finalize (object);
}

static void
cvn_partner_item_class_init (CvnPartnerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_partner_item_finalize;
}

static void
cvn_partner_item_init (CvnPartnerItem *self)
{
}

static const char *
pick_name (CvnTable   *partners,
           guint       row,
           CvnLanguage language)
{
  const char *wanted = cvn_table_get_text (partners, row, language == CVN_LANGUAGE_NL ? "name_nl" : "name_en");
  const char *other = cvn_table_get_text (partners, row, language == CVN_LANGUAGE_NL ? "name_en" : "name_nl");

  if (wanted != NULL && *wanted != '\0')
    return wanted;
  return other != NULL ? other : "";
}

/** cvn_partner_item_new: (transfer full): the organisation in row @row of the figure partner-list. Any thread. */
CvnPartnerItem *
cvn_partner_item_new (CvnTable   *partners,
                      guint       row,
                      CvnLanguage language)
{
  CvnPartnerItem  *self = g_object_new (CVN_TYPE_PARTNER_ITEM, NULL);
  g_autofree char *folded = NULL;

  self->id = g_strdup (cvn_table_get_text (partners, row, "id"));
  self->name = g_strdup (pick_name (partners, row, language));
  folded = g_utf8_casefold (self->name, -1);
  self->key = g_utf8_collate_key (folded, -1);
  self->kind = g_strdup (cvn_table_get_text (partners, row, "kind"));
  self->role = g_strdup (cvn_table_get_text (partners, row, "role"));
  self->status = g_strdup (cvn_table_get_text (partners, row, "status"));
  self->inactive = cvn_table_get_integer (partners, row, "inactive") == 1;
  return self;
}

/** cvn_partner_item_new_heading: (transfer full): a heading that says @text. */
CvnPartnerItem *
cvn_partner_item_new_heading (const char *text)
{
  CvnPartnerItem *self = g_object_new (CVN_TYPE_PARTNER_ITEM, NULL);

  self->name = g_strdup (text);
  self->key = g_strdup ("");
  return self;
}

/** cvn_partner_item_is_heading: whether this is no organisation but the words above some. */
gboolean
cvn_partner_item_is_heading (CvnPartnerItem *self)
{
  return self->id == NULL;
}

/** cvn_partner_item_is_covenant: whether the organisation is a party of the covenant. */
gboolean
cvn_partner_item_is_covenant (CvnPartnerItem *self)
{
  return cvn_partner_role_is_covenant (self->role);
}

/** cvn_partner_item_is_inactive: whether it was marked as no longer active. */
gboolean
cvn_partner_item_is_inactive (CvnPartnerItem *self)
{
  return self->inactive;
}

/** cvn_partner_item_get_id: the id of the organisation; NULL for a heading. */
const char *
cvn_partner_item_get_id (CvnPartnerItem *self)
{
  return self->id;
}

/** cvn_partner_item_get_name: its name in the language of the interface, else in the other; or what a heading says. */
const char *
cvn_partner_item_get_name (CvnPartnerItem *self)
{
  return self->name;
}

/** cvn_partner_item_get_kind: the code of its kind. */
const char *
cvn_partner_item_get_kind (CvnPartnerItem *self)
{
  return self->kind;
}

/** cvn_partner_item_get_status: the code of its last decision; NULL when it took none. */
const char *
cvn_partner_item_get_status (CvnPartnerItem *self)
{
  return self->status;
}

/** cvn_partner_item_get_found: the contact that a search found it by, or NULL. */
const char *
cvn_partner_item_get_found (CvnPartnerItem *self)
{
  return self->found;
}

/** cvn_partner_item_set_found: says what a search found it by; before it is shown. */
void
cvn_partner_item_set_found (CvnPartnerItem *self,
                            const char     *found)
{
  g_free (self->found);
  self->found = g_strdup (found);
}

/** cvn_partner_item_dup_details: (transfer full): the line below the name: its kind and role, or what it was found by. */
char *
cvn_partner_item_dup_details (CvnPartnerItem *self)
{
  const char      *kind = cvn_partner_kind_label (self->kind);
  g_autofree char *role = cvn_partner_dup_role_label (self->role);

  if (self->found != NULL)
    return g_strdup (self->found);
  if (*role == '\0' || *kind == '\0')
    return g_strdup (*role == '\0' ? kind : role);
  return g_strdup_printf ("%s · %s", kind, role);
}

/** cvn_partner_item_equal: whether both look the same in a list. */
gboolean
cvn_partner_item_equal (CvnPartnerItem *self,
                        CvnPartnerItem *other)
{
  return g_strcmp0 (self->id, other->id) == 0 && g_strcmp0 (self->name, other->name) == 0 && g_strcmp0 (self->kind, other->kind) == 0 &&
         g_strcmp0 (self->role, other->role) == 0 && g_strcmp0 (self->status, other->status) == 0 &&
         g_strcmp0 (self->found, other->found) == 0 && self->inactive == other->inactive;
}

/** cvn_partner_item_compare: the parties of the covenant first, those that are no longer active last, else by name. */
int
cvn_partner_item_compare (CvnPartnerItem *self,
                          CvnPartnerItem *other)
{
  int covenant = cvn_partner_item_is_covenant (other) - cvn_partner_item_is_covenant (self);

  if (covenant != 0)
    return covenant;
  if (self->inactive != other->inactive)
    return self->inactive - other->inactive;
  return g_strcmp0 (self->key, other->key);
}

/** cvn_partner_choice_label: what the choice @code of a field is called; "" for none. */
const char *
cvn_partner_choice_label (const char *kind_name,
                          const char *field_name,
                          const char *code)
{
  const CvnKind   *kind = cvn_kind_find (kind_name);
  const CvnField  *field = &kind->fields[cvn_kind_find_field (kind, field_name)];
  const CvnChoice *choice = code != NULL ? cvn_field_find_choice (field, code) : NULL;

  if (choice == NULL)
    return code != NULL ? code : "";
  return _(choice->label);
}

/** cvn_partner_kind_label: what a kind of organisation is called; "" for none. */
const char *
cvn_partner_kind_label (const char *kind)
{
  return cvn_partner_choice_label ("organisation", "kind", kind);
}

/** cvn_partner_status_label: what a decision is called; "" for none. */
const char *
cvn_partner_status_label (const char *status)
{
  return cvn_partner_choice_label ("agreement_decision", "status", status);
}

/** cvn_partner_role_is_covenant: whether these words, which centres choose themselves, say that it is a party of the covenant. */
gboolean
cvn_partner_role_is_covenant (const char *role)
{
  static const char *const words[] = { "convenantpartner", "convenantpartij", "covenant partner", "agreement partner", NULL };
  g_autofree char         *folded = role != NULL ? g_utf8_strdown (role, -1) : NULL;

  return folded != NULL && g_strv_contains (words, folded);
}

/** cvn_partner_dup_role_label: (transfer full): a role with a capital, and the best known one translated; "" for none. */
char *
cvn_partner_dup_role_label (const char *role)
{
  g_autofree char *first = NULL;

  if (role == NULL || *role == '\0')
    return g_strdup ("");
  if (cvn_partner_role_is_covenant (role))
    return g_strdup (_("Covenant partner"));
  first = g_utf8_strup (role, g_utf8_next_char (role) - role);
  return g_strconcat (first, g_utf8_next_char (role), NULL);
}
