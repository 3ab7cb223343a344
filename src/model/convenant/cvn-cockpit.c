/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-cockpit"

#include "cvn-cockpit.h"

#include "cvn-figure-set.h"

struct _CvnCockpit
{
  GObject parent_instance;

  CvnCentre       *centre;
  CvnFigureSet    *all;      /* the agreements */
  CvnFigureSet    *one;      /* the figures of the one that is wanted; NULL before it is known */
  char            *wanted;   /* id of the agreement, or NULL for the first */
  int              picked;   /* the year in which somebody chose it; 0: nobody did */
  char            *shown;    /* id of the one that the parties are of */
  GPtrArray       *parties;  /* of CvnCockpitParty: all of them */
  GPtrArray       *filtered; /* of CvnCockpitParty: those that are listed */
  CvnCockpitFilter filter;
  char            *kind;
  int              year;
};

static guint changed_signal;

static const char *const all_names[] = { "agreements", NULL };
static const char *const one_names[] = { "agreement-parties", "agreement-decisions", "agreement-sums", NULL };

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_COCKPIT_PARTY;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_COCKPIT (model)->filtered->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *parties = CVN_COCKPIT (model)->filtered;

  return position < parties->len ? g_object_ref (g_ptr_array_index (parties, position)) : NULL;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnCockpit, cvn_cockpit, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static gboolean
is_listed (CvnCockpit      *self,
           CvnCockpitParty *party)
{
  switch (self->filter)
    {
    case CVN_COCKPIT_NOT_SIGNED:
      return !cvn_cockpit_party_has_reached (party, CVN_RUNG_SIGNED, NULL);
    case CVN_COCKPIT_AT_RISK:
      return cvn_cockpit_party_is_at_risk (party);
    case CVN_COCKPIT_OF_KIND:
      return g_strcmp0 (cvn_cockpit_party_get_kind (party), self->kind) == 0;
    case CVN_COCKPIT_ALL:
    default:
      return TRUE;
    }
}

static void
filter_parties (CvnCockpit *self)
{
  guint before = self->filtered->len;

  g_ptr_array_set_size (self->filtered, 0);
  for (guint i = 0; i < self->parties->len; i++)
    if (is_listed (self, g_ptr_array_index (self->parties, i)))
      g_ptr_array_add (self->filtered, g_object_ref (g_ptr_array_index (self->parties, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->filtered->len);
}

static void
one_changed_cb (CvnCockpit *self)
{
  CvnTable *parties = cvn_figure_set_get (self->one, "agreement-parties");
  CvnTable *decisions = cvn_figure_set_get (self->one, "agreement-decisions");
  CvnDate   today = { 0 };

  cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL);
  g_ptr_array_set_size (self->parties, 0);
  for (guint row = 0; row < cvn_table_get_n_rows (parties); row++)
    g_ptr_array_add (self->parties, cvn_cockpit_party_new (parties, row, decisions, &today, cvn_interface_language ()));
  g_free (self->shown);
  self->shown = g_strdup (self->wanted);
  self->year = cvn_figure_set_get_year (self->one);
  filter_parties (self);
  g_signal_emit (self, changed_signal, 0);
}

static int
find_row (CvnCockpit *self,
          const char *id)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self);

  for (guint row = 0; id != NULL && agreements != NULL && row < cvn_table_get_n_rows (agreements); row++)
    if (g_str_equal (cvn_table_get_text (agreements, row, "id"), id))
      return (int) row;
  return -1;
}

static void
read_one (CvnCockpit *self)
{
  if (self->one == NULL)
    {
      self->one = cvn_figure_set_new (self->centre, one_names);
      g_signal_connect_object (self->one, "changed", G_CALLBACK (one_changed_cb), self, G_CONNECT_SWAPPED);
    }
  cvn_figure_set_set_record (self->one, self->wanted);
}

static gboolean
is_of_year (CvnCockpit *self,
            int         row,
            int         year)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self);
  CvnDate   from = { 0 };
  CvnDate   until = { 0 };

  return row >= 0 && cvn_date_parse_iso (cvn_table_get_text (agreements, (guint) row, "date"), &from, NULL) && from.year <= year &&
         (cvn_table_get_text (agreements, (guint) row, "end_date") == NULL ||
          (cvn_date_parse_iso (cvn_table_get_text (agreements, (guint) row, "end_date"), &until, NULL) && until.year >= year));
}

/* The agreement follows the year that is in focus, unless somebody chose another one in it: then the first that covers the year. */
static int
choose_row (CvnCockpit *self)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self);
  int       year = cvn_figure_set_get_year (self->all);
  int       row = find_row (self, self->wanted);
  int       n = (int) cvn_table_get_n_rows (agreements);

  if (row >= 0 && (self->picked == year || is_of_year (self, row, year)))
    return row;
  for (int i = 0; i < n; i++)
    if (is_of_year (self, i, year) && g_strcmp0 (cvn_table_get_text (agreements, (guint) i, "sort"), "covenant") == 0)
      return i;
  return row >= 0 ? row : MIN (n, 1) - 1;
}

/* The one that was shown may be gone, and in a new file there is none yet. */
static void
all_changed_cb (CvnCockpit *self)
{
  CvnTable *agreements = cvn_cockpit_get_agreements (self);
  int       row = choose_row (self);

  g_free (self->wanted);
  self->wanted = row >= 0 ? g_strdup (cvn_table_get_text (agreements, (guint) row, "id")) : NULL;
  if (self->wanted == NULL)
    {
      g_clear_pointer (&self->shown, g_free);
      g_ptr_array_set_size (self->parties, 0);
      filter_parties (self);
    }
  else
    read_one (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
cvn_cockpit_dispose (GObject *object)
{
  CvnCockpit *self = CVN_COCKPIT (object);

  g_clear_object (&self->all);
  g_clear_object (&self->one);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_cockpit_parent_class)->dispose (object);
}

static void
cvn_cockpit_finalize (GObject *object)
{
  CvnCockpit *self = CVN_COCKPIT (object);

  g_free (self->wanted);
  g_free (self->shown);
  g_free (self->kind);
  g_ptr_array_unref (self->parties);
  g_ptr_array_unref (self->filtered);
  G_OBJECT_CLASS (cvn_cockpit_parent_class)->finalize (object);
}

static void
cvn_cockpit_class_init (CvnCockpitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_cockpit_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_cockpit_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_COCKPIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_cockpit_init (CvnCockpit *self)
{
  self->parties = g_ptr_array_new_with_free_func (g_object_unref);
  self->filtered = g_ptr_array_new_with_free_func (g_object_unref);
}

/** cvn_cockpit_new: (transfer full): the agreement that matters most, which is being read if a centre is open. Main thread. */
CvnCockpit *
cvn_cockpit_new (CvnCentre *centre)
{
  CvnCockpit *self = g_object_new (CVN_TYPE_COCKPIT, NULL);

  self->centre = g_object_ref (centre);
  self->all = cvn_figure_set_new (centre, all_names);
  g_signal_connect_object (self->all, "changed", G_CALLBACK (all_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_cockpit_get_centre: (transfer none): whose agreements these are. */
CvnCentre *
cvn_cockpit_get_centre (CvnCockpit *self)
{
  return self->centre;
}

/** cvn_cockpit_is_loaded: whether all there is to show is there. */
gboolean
cvn_cockpit_is_loaded (CvnCockpit *self)
{
  return cvn_figure_set_is_loaded (self->all) && g_strcmp0 (self->shown, self->wanted) == 0;
}

/** cvn_cockpit_get_year: the year that the amounts are of. */
int
cvn_cockpit_get_year (CvnCockpit *self)
{
  return self->year;
}

/** cvn_cockpit_get_agreements: (transfer none) (nullable): the figure agreements, once it is there. */
CvnTable *
cvn_cockpit_get_agreements (CvnCockpit *self)
{
  return cvn_figure_set_get (self->all, "agreements");
}

/** cvn_cockpit_get_row: the row of the agreements that is shown; -1 for none. */
int
cvn_cockpit_get_row (CvnCockpit *self)
{
  return find_row (self, self->shown);
}

/** cvn_cockpit_get_agreement: (nullable): the id of the agreement that is shown. */
const char *
cvn_cockpit_get_agreement (CvnCockpit *self)
{
  return self->shown;
}

/** cvn_cockpit_set_agreement: shows the agreement @id as soon as it is read, as long as the year stays; an id that there is not is not minded. */
void
cvn_cockpit_set_agreement (CvnCockpit *self,
                           const char *id)
{
  self->picked = cvn_centre_get_year (self->centre);
  if (g_strcmp0 (self->wanted, id) == 0)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  if (find_row (self, id) >= 0)
    read_one (self);
}

/** cvn_cockpit_set_filter: lists some of the parties; @kind is that of %CVN_COCKPIT_OF_KIND. */
void
cvn_cockpit_set_filter (CvnCockpit      *self,
                        CvnCockpitFilter filter,
                        const char      *kind)
{
  g_autofree char *copy = g_strdup (kind);

  self->filter = filter;
  g_free (self->kind);
  self->kind = g_steal_pointer (&copy);
  filter_parties (self);
  g_signal_emit (self, changed_signal, 0);
}

/** cvn_cockpit_get_parties: (transfer none): all parties, listed or not. */
GPtrArray *
cvn_cockpit_get_parties (CvnCockpit *self)
{
  return self->parties;
}

/** cvn_cockpit_find: (transfer none) (nullable): the party with this id. */
CvnCockpitParty *
cvn_cockpit_find (CvnCockpit *self,
                  const char *party)
{
  for (guint i = 0; i < self->parties->len; i++)
    if (g_strcmp0 (cvn_cockpit_party_get_id (g_ptr_array_index (self->parties, i)), party) == 0)
      return g_ptr_array_index (self->parties, i);
  return NULL;
}

/** cvn_cockpit_list_kinds: (transfer full): the kinds of organisations among the parties, by code. */
GStrv
cvn_cockpit_list_kinds (CvnCockpit *self)
{
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();

  for (guint i = 0; i < self->parties->len; i++)
    {
      const char *kind = cvn_cockpit_party_get_kind (g_ptr_array_index (self->parties, i));

      if (kind != NULL && !g_ptr_array_find_with_equal_func (kinds, kind, g_str_equal, NULL))
        g_ptr_array_add (kinds, g_strdup (kind));
    }
  g_ptr_array_add (kinds, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&kinds), FALSE);
}

/** cvn_cockpit_get_sum: cents of a part of the figure agreement-sums: "committed", "invoiced", "paid" or "at_risk". */
gint64
cvn_cockpit_get_sum (CvnCockpit *self,
                     const char *part)
{
  return self->one != NULL && self->shown != NULL ? cvn_figure_set_get_part (self->one, "agreement-sums", part, "amount") : 0;
}

/** cvn_cockpit_count: how many parties stand on @rung or above it. */
guint
cvn_cockpit_count (CvnCockpit *self,
                   CvnRung     rung)
{
  guint n = 0;

  for (guint i = 0; i < self->parties->len; i++)
    n += cvn_cockpit_party_has_reached (g_ptr_array_index (self->parties, i), rung, NULL);
  return n;
}

/**
 * cvn_cockpit_list_missing:
 *
 * Returns: (transfer full) (element-type CvnCockpitParty): the parties, owned by the cockpit, without whose signature the
 *   agreement is not complete; see cvn_ladder_is_complete()
 */
GPtrArray *
cvn_cockpit_list_missing (CvnCockpit *self)
{
  g_autofree CvnLadderParty *parties = g_new0 (CvnLadderParty, self->parties->len);
  g_autoptr (GPtrArray) required = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GPtrArray *missing = g_ptr_array_new ();

  for (guint i = 0; i < self->parties->len; i++)
    {
      CvnCockpitParty *party = g_ptr_array_index (self->parties, i);

      parties[i] = (CvnLadderParty){ cvn_cockpit_party_get_id (party), cvn_cockpit_party_get_state (party), cvn_cockpit_party_get_amount (party) };
      if (cvn_cockpit_party_is_required (party))
        g_ptr_array_add (required, (gpointer) cvn_cockpit_party_get_id (party));
    }
  g_ptr_array_add (required, NULL);
  cvn_ladder_is_complete (parties, self->parties->len, required->len > 1 ? (const char *const *) required->pdata : NULL, ids);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (missing, cvn_cockpit_find (self, g_ptr_array_index (ids, i)));
  return missing;
}
