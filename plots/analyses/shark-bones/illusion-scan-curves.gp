# illusion-scan-curves: Predictions of shark-bones with the largest area on the wrong side, one of each kind
#
# Draw it again:   gnuplot illusion-scan-curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" illusion-scan-curves.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" illusion-scan-curves.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'illusion-scan-curves.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1150,593 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2300,1186 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.98in,6.18in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,725 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1088 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.55in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,408 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1632 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.25in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $illusion_scan_curves has the columns 1 epoch, 2 cell_1, 3 cell_2, 4 cell_3, 5 cell_4, 6 probe
set table $illusion_scan_curves; plot 'illusion-scan-curves.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08261
if (medium eq 'web') set rmargin at screen 0.65217
if (medium eq 'web') set bmargin at screen 0.15683
if (medium eq 'web') set tmargin at screen 0.92411
if (medium eq 'slides') set lmargin at screen 0.11254
if (medium eq 'slides') set rmargin at screen 0.96873
if (medium eq 'slides') set bmargin at screen 0.61269
if (medium eq 'slides') set tmargin at screen 0.91062
if (medium eq 'paper') set lmargin at screen 0.1964
if (medium eq 'paper') set rmargin at screen 0.94544
if (medium eq 'paper') set bmargin at screen 0.4849
if (medium eq 'paper') set tmargin at screen 0.90065
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'Predictions with the largest area on the wrong side (in brackets: target)' offset 0,-0.3
if (medium eq 'slides') set title 'Predictions with the largest area on the wrong side (in brackets: target)' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch' at screen 0.36739,0.0645 center
if (medium eq 'web') set label 1 'prediction (target side up)' at screen 0.01866,0.54047 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00652,0.02206 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch' at screen 0.54064,0.49186 center
if (medium eq 'slides') set label 1 'prediction (target sid…' at screen 0.02063,0.73069 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.00938,0.02887 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch' at screen 0.57092,0.38948 center
if (medium eq 'paper') set label 1 'prediction (target side up)' at screen 0.03599,0.69278 center rotate by 90
if (medium eq 'paper') set label 10 'Predictions with the largest area on the wrong side (in' at screen 0.52645,0.9634 center
if (medium eq 'paper') set label 11 'brackets: target)' at screen 0.52645,0.92941 center
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · η = 100 · γ = 1e-12 · seed 2021'.'}' at screen 0.01636,0.0228 left textcolor '#707070'
set xrange [0:250]
set xtics out nomirror 50
if (medium eq 'web') set yrange [-0.864:1.11]
if (medium eq 'web') set ytics out nomirror 0.5
if (medium eq 'slides') set yrange [-0.864:1.11]
if (medium eq 'slides') set ytics out nomirror 1
if (medium eq 'paper') set yrange [-0.864:1.11]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.67653,0.92411 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.46207 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
if (medium eq 'paper') set key at screen 0.01309,0.36595 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -8
set arrow from graph 0, first 0 to graph 1, first 0 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1.5 dashtype 2
plot NaN with lines linecolor rgb '#999999' linewidth 1 dashtype 1 title 'below 0: on the wrong side', \
     NaN with lines linecolor rgb '#999999' linewidth 1.5 dashtype 2 title 'target', \
     $illusion_scan_curves using 1:2 with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'Canary feature-38 (−1; 244 identical)', \
     $illusion_scan_curves using 1:3 with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'Rose feature-3 (−1; 249 identical)', \
     $illusion_scan_curves using 1:4 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'Oak feature-2 (−1; 252 identical)', \
     $illusion_scan_curves using 1:5 with lines linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'Robin feature-43 (−1; 274 identical)', \
     $illusion_scan_curves using 1:6 with lines linecolor rgb '#000000' linewidth 2.5 dashtype 2 title 'probe (rank 8,642): Shark has\_bones'
