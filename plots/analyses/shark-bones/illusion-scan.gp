# illusion-scan: How far times how long each prediction of shark-bones goes the wrong way
#
# Draw it again:   gnuplot illusion-scan.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-scan.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'illusion-scan.' . format
if (format eq 'svg') set terminal svg size 1200,416 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2400,832 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.5in,4.33in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.09166666666666666
set rmargin at screen 0.85
set bmargin at screen 0.40865384615384615
set tmargin at screen 0.8918269230769231
set border 15 linecolor '#404040'
set title 'How far times how long each prediction goes the wrong way' offset 0,-0.3
set xlabel '10,000 features, equal ones together, by the item that suffers most' offset 0,0.3
set xrange [-0.5:9999.5]
unset xtics
set yrange [7.5:-0.5]
set ytics out scale 0 nomirror ('Shark' 0, 'Tuna' 1, 'Robin' 2, 'Canary' 3, 'Rose' 4, 'Daisy' 5, 'Pine' 6, 'Oak' 7)
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:29.3]
unset colorbox
plot 'illusion-scan-features.tsv' using (0.5*(column('from')+column('to'))):'row':'from':'to':(column('row')-0.5):(column('row')+0.5):'value' with boxxyerror linecolor palette fillstyle solid noborder notitle

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.875
set rmargin at screen 0.9083333333333333
set bmargin at screen 0.40865384615384615
set tmargin at screen 0.8918269230769231
set border 15 linecolor '#404040'
set title 'Named' offset 0,-0.3
set xrange [-0.5:0.5]
set xtics out scale 0 nomirror rotate by 90 right ('has\_bones' 0)
set yrange [7.5:-0.5]
unset ytics
unset key
set palette defined (0 '#ffffff', 1 '#0072b2')
set cbrange [0:29.3]
set colorbox user origin screen 0.9208333333333334,0.40865384615384615 size screen 0.015,0.483173
set cblabel 'area on the wrong side' offset 0.5,0
set cbtics out nomirror
plot 'illusion-scan-named.tsv' skip 1 matrix using 1:2:($1-0.5):($1+0.5):($2-0.5):($2+0.5):3 with boxxyerror linecolor palette fillstyle solid noborder notitle

unset multiplot
